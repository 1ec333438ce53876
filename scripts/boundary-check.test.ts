import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boundaryFaults } from './boundary-check'
import { projectDir } from './project'

let root = ''

/** A small house in which every rule is broken once, and some files keep them all. */
const house: Record<string, string> = {
  'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./*"] } } }',
  'lib/platform/db.ts': "import 'server-only'\nexport const db = 1",
  'lib/platform/day.ts': "import { event } from '@/lib/audit/record-event'\nexport const day = event",
  'lib/audit/record-event.ts': 'export const event = 1',
  'lib/oversight/notice.ts': 'export const notice = 1',
  'lib/oversight/phase-out.ts': "import '@/lib/platform/db'",
  'lib/standards/standards.ts': "import type { queue } from './queries'\nexport type Standards = typeof queue",
  'lib/standards/queries.ts': "import { db } from '@/lib/platform/db'\nexport const queue = db",
  'lib/standards/schema.ts': "import { readFileSync } from 'node:fs'\nexport const schema = readFileSync",
  'lib/registry/policy.ts': "import { db } from '@/lib/platform/db'\nexport const policy = db",
  'lib/registry/commands.ts': "import { notice } from '@/lib/oversight/notice'\nexport const register = notice",
  'lib/registry/registry.ts': "import type { Standing } from '@/lib/assessment/assessment'\nexport type Product = Standing",
  'lib/evidence/evidence.ts': "import { cache } from 'react'\nexport const evidence = cache",
  'lib/assessment/assessment.ts': "import { tag } from '@/components/standing/tag'\nexport type Standing = typeof tag",
  'lib/catalogue/catalogue.ts': "import { one } from './one'\nexport const catalogue = one",
  'lib/catalogue/one.ts': "import { two } from './two'\nexport const one: number = two",
  'lib/catalogue/two.ts': "import { one } from './one'\nimport { missing } from './missing'\nexport const two: number = one + missing",
  'lib/web/form-action.ts': 'export const formAction = 1',
  'lib/web/session.ts': "import { cookies } from 'next/headers'\nimport 'next-auth'\nexport const session = cookies",
  'components/nhsuk/panel.tsx': "import { catalogue } from '@/lib/catalogue/catalogue'\nexport const panel = catalogue",
  'components/standing/tag.tsx': "import { queue } from '@/lib/standards/queries'\nexport const tag = queue",
  'app/page.tsx': "import { db } from '@/lib/platform/db'\nimport 'next-auth'\nexport default db",
  'app/supplier/page.tsx': 'export default 1',
  'app/supplier/actions.ts': 'export const act = 1',
  'app/assessor/page.tsx': "import { session } from '@/lib/web/session'\nexport default session",
  'app/assessor/actions.ts': "import { formAction } from '@/lib/web/form-action'\nexport const act = formAction",
}

beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'touchstone-boundaries-'))
  for (const [name, content] of Object.entries(house)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
  symlinkSync(path.join(projectDir, 'node_modules'), path.join(root, 'node_modules'), 'junction')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the boundary check', () => {
  test('catches each forbidden import, and each that is missing, where it is', { timeout: 60_000 }, () => {
    const { faults } = boundaryFaults(root)
    const caught = faults.map((fault) => /^(\S+) → .*: (\S+)$/.exec(fault)?.slice(1).join(' ')).sort()
    expect([...new Set(caught)]).toEqual([
      'app/page.tsx only-lib-reaches-the-database',
      'app/page.tsx only-web-and-identity-know-next-auth',
      'app/supplier/actions.ts actions-go-through-form-action',
      'app/supplier/page.tsx private-pages-ask-for-the-session',
      'components/nhsuk/panel.tsx the-design-system-knows-no-domain',
      'components/standing/tag.tsx components-fetch-nothing',
      'lib/assessment/assessment.ts lib-imports-no-pages-or-components',
      'lib/catalogue/one.ts no-cycles',
      'lib/catalogue/two.ts every-import-is-found',
      'lib/evidence/evidence.ts only-lib-web-knows-next-and-react',
      'lib/oversight/phase-out.ts the-contexts-are-known',
      'lib/platform/day.ts platform-imports-a-later-context',
      'lib/registry/commands.ts commands-record-events',
      'lib/registry/commands.ts lib-has-only-known-contexts',
      'lib/registry/policy.ts rules-schemas-and-policies-do-no-input-or-output',
      'lib/registry/registry.ts registry-imports-a-later-context',
      'lib/standards/schema.ts rules-schemas-and-policies-touch-no-system',
    ])
  })

  test('reads every file of ours', { timeout: 60_000 }, () => {
    const { faults, read } = boundaryFaults(projectDir)
    expect(faults.filter((fault) => fault.includes('was not read'))).toEqual([])
    expect(read).toBeGreaterThan(100)
  })
})
