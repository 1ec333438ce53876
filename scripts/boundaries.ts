import { boundaryFaults } from './boundary-check'
import { projectDir } from './project'
import { runScript, say, Stop } from './terminal'

/** Who may import whom; the rules are in .dependency-cruiser.cjs. */
await runScript(async () => {
  const { faults, read } = boundaryFaults(projectDir)
  if (faults.length > 0) throw new Stop(`${faults.join('\n')}\n\n${faults.length} faults in ${read} files.`)
  say(`${read} files keep the boundaries.`)
})
