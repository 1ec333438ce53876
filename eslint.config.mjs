import next from '@next/eslint-plugin-next'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const tests = ['**/*.test.{ts,tsx}', 'e2e/**']
/** Where the environment may be read: settings have one door in the program, and scripts prepare it. */
const mayReadEnvironment = ['lib/platform/env.ts', 'scripts/**', 'e2e/**', 'bench/**', 'prisma/seed/**', 'prisma/test-database/**', '*.config.*', ...tests]

export default tseslint.config(
  { ignores: ['.next*/**', '.data/**', 'prisma/generated/**', 'next-env.d.ts', 'playwright-report/**', 'test-results/**', 'public/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  next.configs.recommended,
  next.configs['core-web-vitals'],
  { files: ['app/**', 'components/**', 'lib/web/**'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', { selector: 'MemberExpression[object.name="process"][property.name="env"]', message: 'Read settings through lib/platform/env.ts.' }],
      eqeqeq: ['error', 'always'],

      // A server action must be async even where it waits for nothing.
      '@typescript-eslint/require-await': 'off',
      // `() => say('…')` reads well, and so does `return say('…')`.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `action={serverAction}` is how React takes one.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Data from outside may lack what its type promises; a check for that is no fault.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: mayReadEnvironment, rules: { 'no-restricted-syntax': 'off' } },
  // In a test a thing that is missing fails it, and says where.
  { files: tests, rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
)
