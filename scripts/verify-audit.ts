import { verifyChain } from '../lib/audit/verify-chain'
import { runScript, say } from './terminal'
import { withDatabase } from './with-database'

/** Recomputes the hash of every entry of the record, and says where it breaks. */
await runScript(async () => {
  const { entries, head, brokenAt } = await withDatabase(() => verifyChain((read) => say(`  ${read.toLocaleString('en-GB')} entries read`)))
  if (brokenAt) {
    say(`The record is broken: ${brokenAt}. The ${entries.toLocaleString('en-GB')} entries before it hold.`)
    process.exitCode = 1
    return
  }
  say(`The record holds: ${entries.toLocaleString('en-GB')} entries. Head ${head}`)
  say('Keep the number and the head elsewhere: entries taken from the very end show only against them.')
})
