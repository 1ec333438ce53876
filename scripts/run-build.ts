import { buildIfChanged } from './build'
import { catchSignals } from './signals'
import { runScript } from './terminal'

await runScript(async () => {
  catchSignals()
  await buildIfChanged()
})
