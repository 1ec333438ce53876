import { z } from 'zod'

const settings = z.object({
  DATABASE_URL: z.url('DATABASE_URL must be a PostgreSQL address, such as postgres://user:password@localhost:5432/touchstone'),
  NEXTAUTH_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(32, 'NEXTAUTH_SECRET must be at least 32 characters; make one with: openssl rand -hex 32'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  DEMONSTRATION: z.enum(['true', 'false']).default('false'),
  FILES_DIR: z.string().min(1).default('.data/files'),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Touchstone <no-reply@touchstone.invalid>'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your organisation account'),
})

export type Env = ReturnType<typeof read>

function read() {
  const parsed = settings.safeParse(process.env)
  if (!parsed.success) {
    throw new Error(`The settings are not right. ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`)
  }
  const { DEMONSTRATION, NODE_ENV, ...rest } = parsed.data
  return { ...rest, isDemonstration: DEMONSTRATION === 'true', isDevelopment: NODE_ENV === 'development', isSecure: rest.NEXTAUTH_URL.startsWith('https:') }
}

let known: Env | undefined

/** The settings of this process, read once. The only place that looks at `process.env`. */
export function env(): Env {
  known ??= read()
  return known
}
