import { generateClient } from './generate'
import { runScript } from './terminal'

await runScript(generateClient)
