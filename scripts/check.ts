import { checkSteps } from './check-steps'
import { clearResult } from './results'
import { catchSignals } from './signals'
import { runSteps, sayTimes } from './steps'
import { runScript } from './terminal'

await runScript(async () => {
  catchSignals()
  clearResult('unit')
  const results = await runSteps(checkSteps)
  sayTimes(results)
  if (results.some(({ ok }) => !ok)) process.exitCode = 1
})
