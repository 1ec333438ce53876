import { verifyChain } from '@/lib/audit/verify-chain'

const { entries, head, brokenAt } = await verifyChain((read) => process.stderr.write(`  ${read.toLocaleString('en-GB')} entries read\n`))
if (brokenAt) {
  process.stdout.write(`The record is broken: ${brokenAt}. The ${entries.toLocaleString('en-GB')} entries before it hold.\n`)
  process.exit(1)
}
process.stdout.write(`The record holds: ${entries.toLocaleString('en-GB')} entries. Head ${head}\n`)
process.exit(0)
