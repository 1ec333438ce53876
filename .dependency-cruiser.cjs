// The order is the architecture: each context imports only those before it.
const contexts = ['platform', 'audit', 'identity', 'directory', 'standards', 'registry', 'evidence', 'assessment', 'catalogue', 'procurement', 'web']

const anyOf = (names) => `(${names.join('|')})`
const packages = (names) => `node_modules/${anyOf(names)}/`
const audiences = anyOf(['supplier', 'assessor', 'buyer', 'admin'])

const database = '^(lib/platform/(db|prisma-client)\\.ts$|prisma/generated/|node_modules/(pg|@prisma)/)'
const input = anyOf([
  'lib/platform/(db|prisma-client|env|log|mail|files|jobs|rate-limit)\\.ts$',
  'lib/[^/]+/(queries|commands)(\\.ts$|/)',
  'prisma/generated/',
  packages(['pg', '@prisma', 'nodemailer', 'busboy']),
])
const nodeInput = '^(node:)?(fs|fs/promises|net|http|https|http2|tls|dns|dns/promises|dgram|child_process|worker_threads|cluster)$'

const known = `^lib/${anyOf(contexts)}/`

/** A context may not know the ones after it. */
const order = contexts.slice(0, -1).map((context, at) => ({
  name: `${context}-imports-a-later-context`,
  comment: `lib/${context} may import only: ${contexts.slice(0, at).join(', ') || 'no other context'}.`,
  severity: 'error',
  from: { path: `^lib/${context}/` },
  to: { path: `^lib/${anyOf(contexts.slice(at + 1))}/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...order,
    {
      name: 'lib-has-only-known-contexts',
      comment: 'A new context gets its place in the order, in .dependency-cruiser.cjs and lib/README.md, first.',
      severity: 'error',
      from: {},
      to: { path: '^lib/', pathNot: known },
    },
    {
      name: 'the-contexts-are-known',
      severity: 'error',
      from: { path: '^lib/', pathNot: known },
      to: {},
    },
    {
      name: 'lib-imports-no-pages-or-components',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'only-lib-web-knows-next-and-react',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/web/' },
      to: { path: packages(['next', 'react', 'react-dom', 'nhsuk-react-components']) },
    },
    {
      name: 'only-web-and-identity-know-next-auth',
      severity: 'error',
      from: { pathNot: '^(lib/(web|identity)/|node_modules/)' },
      to: { path: packages(['next-auth']) },
    },
    {
      name: 'rules-schemas-and-policies-do-no-input-or-output',
      comment: 'Types may come from anywhere.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/(\\1|schema|policy)\\.ts$' },
      to: { path: input, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-schemas-and-policies-touch-no-system',
      severity: 'error',
      from: { path: '^lib/([^/]+)/(\\1|schema|policy)\\.ts$' },
      to: { path: nodeInput, dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-lib-reaches-the-database',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: database },
    },
    {
      name: 'components-fetch-nothing',
      comment: 'A component is given what it shows. The type of that may come from a query.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/([^/]+/(queries|commands)(\\.ts$|/)|web/session|platform/(files|mail))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-import-no-pages',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'the-design-system-knows-no-domain',
      comment: 'components/nhsuk may use lib/platform (days, money) and the shape of a form in lib/web, and nothing else of ours.',
      severity: 'error',
      from: { path: '^components/nhsuk/' },
      to: { path: '^(lib/(?!platform/|web/form-state\\.ts$)|components/(?!nhsuk/))' },
    },
    {
      name: 'the-program-imports-no-scripts-or-tests',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(scripts|e2e|bench|prisma/(seed|factories|test-database))/|\\.test\\.tsx?$' },
    },
    {
      name: 'server-only-stands-once',
      comment: 'It is in lib/platform/db.ts, and so covers every query and command.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: '^lib/platform/db\\.ts$' },
      to: { path: packages(['server-only']) },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { circular: true },
    },
    {
      name: 'every-import-is-found',
      severity: 'error',
      from: { pathNot: '^prisma/generated/' },
      to: { couldNotResolve: true },
    },
  ],
  required: [
    {
      name: 'actions-go-through-form-action',
      severity: 'error',
      module: { path: '^app/.*actions\\.ts$' },
      to: { path: '^lib/web/form-action\\.ts$' },
    },
    {
      name: 'commands-record-events',
      severity: 'error',
      module: { path: '^lib/[^/]+/commands(\\.ts$|/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^lib/audit/record-event\\.ts$' },
    },
    {
      name: 'private-pages-ask-for-the-session',
      severity: 'error',
      module: { path: `^app/${audiences}/.*page\\.tsx$` },
      to: { path: '^lib/web/session\\.ts$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Type-only imports show the direction too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^(node_modules|prisma/generated)/|/node_modules/' },
    exclude: { path: '^\\.next' },
    enhancedResolveOptions: { conditionNames: ['react-server', 'import', 'node', 'require', 'default', 'types'], exportsFields: ['exports'] },
  },
}
