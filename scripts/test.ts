import { checkSteps } from './check-steps'
import { clearResult, e2eCount } from './results'
import { catchSignals } from './signals'
import { runSteps, sayTimes, total } from './steps'
import { prepareDataDir } from './project'
import { runScript, say } from './terminal'

await runScript(async () => {
  catchSignals()
  prepareDataDir()
  clearResult('unit')
  clearResult('e2e')
  const results = await runSteps([...checkSteps, { script: 'e2e', what: 'Browser journeys and accessibility', count: e2eCount }])
  sayTimes(results)
  const { passed, failed } = total(results)
  say(`\n${passed} passed, ${failed} failed`)
  if (results.some(({ ok }) => !ok)) process.exitCode = 1
})
