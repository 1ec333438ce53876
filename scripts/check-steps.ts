import { unitCount } from './results'
import type { Step } from './steps'

/** Everything but the browser. `generate` comes first: the types of the database are made by it. */
export const checkSteps: Step[] = [
  { script: 'generate', what: 'Database client' },
  { script: 'types', what: 'Types' },
  { script: 'lint', what: 'Lint' },
  { script: 'boundaries', what: 'Boundaries' },
  { script: 'knip', what: 'Dead code' },
  { script: 'unit', what: 'Rules and database tests', count: unitCount },
]
