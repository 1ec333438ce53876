import { buildIfChanged } from './build'
import { generateClient } from './generate'
import { catchSignals } from './signals'
import { runScript } from './terminal'

await runScript(async () => {
  catchSignals()
  await generateClient()
  await buildIfChanged()
})
