import path from 'node:path'
import { dataDir, readIfThere } from './project'
import { runScript, say, Stop } from './terminal'

/** Prints the addresses of the database that `npm run db` keeps up, for a shell to read. */
await runScript(async () => {
  const text = readIfThere(path.join(dataDir, 'urls.json'))
  if (!text) throw new Stop('There is no database yet. Start it with: npm run db')
  for (const [name, value] of Object.entries(JSON.parse(text) as Record<string, string>)) say(`export ${name}='${value}'`)
})
