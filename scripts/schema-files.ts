import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectDir } from './project'

const schemaDir = path.join(projectDir, 'prisma', 'schema')

/** The schema, one file for each context, by name. */
export function schemaFiles(): { files: { path: string; content: string }[] } {
  const names = readdirSync(schemaDir).filter((name) => name.endsWith('.prisma')).sort()
  return { files: names.map((name) => ({ path: path.join(schemaDir, name), content: readFileSync(path.join(schemaDir, name), 'utf8') })) }
}
