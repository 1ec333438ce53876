import { arrivalsChanges, bookChanges, familyChanges, riskChanges, workflowChanges } from './changes'
import type { Story } from './story'

/** Products that are not on the register yet, or have a release on its way there. */
export const underWayStories: readonly Story[] = [
  { product: 'Larkrise Guide', is: 'begun', begun: 6, share: 0 },
  { product: 'Marlbeck Rooms', is: 'begun', begun: 3, share: 0 },
  { product: 'Dunnockfield Budgets', is: 'begun', begun: 20, share: 0.5 },
  { product: 'Larkrise Meds', label: '7.0', is: 'begun', begun: 9, share: 0.4 },

  { product: 'Larkrise Review', is: 'waiting', sent: 1 },
  { product: 'Oakenshaw Clinic', is: 'waiting', sent: 2 },
  { product: 'Quillhaven Post', is: 'waiting', sent: 4 },
  { product: 'Stonechat Clinics', is: 'waiting', sent: 7, seen: 'taken', assessor: 'nadia' },
  { product: 'Thistledown Read', is: 'waiting', sent: 12, seen: 'conflict', assessor: 'sam' },
  { product: 'Foxglade Talk', is: 'waiting', sent: 19, seen: 'half-judged', assessor: 'grace' },
  { product: 'Hazelrigg Dispense', is: 'waiting', sent: 33 },

  { product: 'Saltmarsh Ledger', is: 'withdrawn', sent: 55 },
  { product: 'Pebblecroft Invoice', is: 'withdrawn', sent: 15 },

  { product: 'Copperbeck Foresight', is: 'asked-for-changes', sent: 29, asked: riskChanges, assessor: 'grace' },
  { product: 'Fenwater Desk', is: 'asked-for-changes', sent: 26, asked: arrivalsChanges, assessor: 'sam' },
  { product: 'Kestrelgate Flow', is: 'asked-for-changes', sent: 40, asked: workflowChanges, assessor: 'nadia' },

  { product: 'Wrenfield Family', is: 'second-round', sent: 35, asked: familyChanges, assessor: 'grace' },
  { product: 'Ottermead Health Book', is: 'second-round', sent: 35, asked: bookChanges, assessor: 'sam' },

  { product: 'Tidewell Alarm', is: 'recommended', sent: 22, assessor: 'grace' },
  { product: 'Oakenshaw Majors', is: 'recommended', sent: 22, assessor: 'sam' },
  {
    product: 'Ashmoor Bench', is: 'recommended', sent: 26, assessor: 'grace',
    slips: { 'BCDR 1.2': { value: 'no', text: 'Not yet: the locked copy is being set up and will be ready next month.' } },
    failing: {
      'BCDR 1.2': {
        outcome: 'not_met',
        reason: 'All copies can be deleted by the same two administrators. A locked copy is planned, not there.',
        recommended: 'Restore and downtime working are well shown. The copy that nobody can alter does not exist yet.',
        decided: 'I agree.',
      },
    },
  },

  { product: 'Hollowmere Advice', is: 'partly-decided', sent: 26, assessor: 'grace', lead: 'daniel' },
  { product: 'Rushbeck Dispatch', is: 'partly-decided', sent: 29, assessor: 'nadia', lead: 'helen' },
  { product: 'Kestrelgate Exchange', is: 'partly-decided', sent: 29, assessor: 'sam', lead: 'daniel' },
]
