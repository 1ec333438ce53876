import type { Failings } from '../judgement/judge'
import type { Story } from './story'
import { consultationChanges, recordChanges } from './changes'

const listed = (sent: number, ...products: string[]): Story[] => products.map((product) => ({ product, is: 'listed', sent, validity: 'renewed' }))
const strictlyListed = (sent: number, ...products: string[]): Story[] => products.map((product) => ({ product, is: 'listed', sent, validity: 'strict' }))

const nobodyConnects = {
  outcome: 'not_applicable',
  reason: 'The only client of this API is the product’s own handheld, over the pharmacy’s network. There is nothing that a third party could connect to or would want to.',
  recommended: 'The policy is about APIs that others may build on. This one is the inside of the product.',
  decided: 'I agree that the policy does not reach an API between two parts of one product. It will if the supplier opens it.',
} as const

/** A standard that applies by the facts stated, and on a closer look does not. */
const closedApi: Failings = { 'OPENAPI-POLICY 1.1': nobodyConnects, 'OPENAPI-POLICY 1.2': nobodyConnects, 'OPENAPI-POLICY 1.3': nobodyConnects }

/** Products on the register, told from the oldest. Several are sent in on one day, as deadlines have it. */
export const registerStories: readonly Story[] = [
  // Judged by an older version of a standard, or on evidence that has ended since.
  ...listed(330, 'Hollowmere Rooms', 'Thistledown Report'),
  ...strictlyListed(120, 'Brackenford Folio', 'Dunnockfield District'),
  ...strictlyListed(75, 'Millrace Hub', 'Tamblewick Lists'),
  // Their oldest certificate ends within a quarter.
  ...listed(255, 'Fenwater Returns', 'Dunnockfield Connect', 'Millrace Book', 'Quillhaven Dictate'),
  ...strictlyListed(20, 'Copperbeck Cohorts', 'Brackenford Scan'),
  // They meet everything for some time.
  { product: 'Marlbeck Rota', label: '9.7', is: 'listed', sent: 200, validity: 'renewed' },
  ...listed(200, 'Thistledown Archive', 'Ashmoor Requests', 'Wrenfield Notes'),
  { product: 'Hollowmere Ask', is: 'listed', sent: 150, validity: 'renewed', asked: consultationChanges },
  { product: 'Kestrelgate Record', is: 'listed', sent: 150, validity: 'renewed', asked: recordChanges },
  ...listed(150, 'Oakenshaw Ward', 'Stonechat Record'),
  ...listed(105, 'Marlbeck Rota', 'Ottermead Pocket', 'Rushbeck Call'),
  { product: 'Hazelrigg Stock', is: 'listed', sent: 105, validity: 'renewed', failing: closedApi },
  ...listed(60, 'Fenwater GP', 'Larkrise Meds', 'Tidewell Homes', 'Saltmarsh Horizon', 'Lanternby Incidents'),
  ...listed(13, 'Larkrise Plans', 'Heronmere Ward'),
  ...listed(10, 'Ottermead Repeat', 'Pebblecroft Shelf'),
  {
    product: 'Tidewell Home', is: 'listed', sent: 90, validity: 'renewed',
    slips: { 'PATCH 1.3': { value: 'no', text: 'For twelve of fourteen updates. Two took 19 and 23 days, because the reader component had to be replaced and not only renewed; both are in production now.' } },
    failing: {
      'PATCH 1.3': {
        outcome: 'not_met',
        reason: 'By the supplier’s own account two critical updates took 19 and 23 days. The criterion allows 14, without exception for the reason given.',
        recommended: 'Two critical updates were late by five and nine days. Everything else in the standard is in order.',
        decided: 'I agree: the limit is 14 days for every critical update. The supplier has replaced the component and will send the log of the next three months.',
      },
    },
  },
  {
    product: 'Foxglade Notes', is: 'listed', sent: 90, validity: 'renewed',
    slips: { 'SCCI0034 2.2': { value: 'no', text: 'Three of the last four were. The spring edition took seven months, because a customer asked us to hold it back during their merger.' } },
    failing: {
      'SCCI0034 2.2': {
        outcome: 'not_met',
        reason: 'By the supplier’s own account one edition took seven months. The six months are the national limit and not the customer’s to extend.',
        recommended: 'One edition was a month late. Entry, storage and exchange of coded data are all in order.',
        decided: 'I agree. The finding is narrow and will be lifted once two editions in a row have been on time.',
      },
    },
  },
  {
    product: 'Millrace Waits', is: 'listed', sent: 60, validity: 'renewed',
    slips: { 'WCAG22 3.3': { text: 'Yes, but for the two answer buttons in the text-message page, which are 20 pixels high on small phones.' } },
    failing: {
      'WCAG22 3.3': {
        outcome: 'partly_met',
        reason: 'Measured on a phone 320 pixels wide: the two answer buttons are 20 pixels high with 2 pixels between them. They are the page’s whole purpose, so spacing does not make up for it.',
        recommended: 'One criterion is partly met, and it must be met in full. The mend is small.',
        decided: 'I agree, although it is two buttons: people with tremor will press the wrong answer to a question about their care.',
      },
    },
  },
  {
    product: 'Heronmere Patch', is: 'refused', sent: 75, validity: 'renewed',
    slips: { 'UK-MDR 1.3': { text: 'The declaration attached names release 1.2. The changes in 1.3 are small and we did not sign a new one.' } },
    failing: {
      'UK-MDR 1.3': {
        outcome: 'not_met',
        reason: 'The declaration covers release 1.2. Release 1.3 changes how readings are smoothed, which is part of the device.',
        recommended: 'There is no declaration of conformity for the release that was sent in.',
        decided: 'I agree. A device without a declaration for its release cannot be put to use.',
      },
    },
    because: 'A wearable that is a medical device needs a declaration of conformity for the release that patients wear. Release 1.3 has none. The supplier may send it in again with one.',
  },
  {
    product: 'Marlbeck Pool', is: 'refused', sent: 105, validity: 'renewed',
    slips: { 'CE 2.1': { value: 'no', text: 'Not all: the two contractors who run the database use their own computers, which are outside the scope.' } },
    failing: {
      'CE 2.1': {
        outcome: 'not_met',
        reason: 'The people who run the database of this product work outside the certificate’s scope, so the certificate says nothing about its most sensitive part.',
        recommended: 'The certificate is genuine, but does not cover the people who run the product.',
        decided: 'I agree. Extending the scope is the supplier’s choice to make, and has to come first.',
      },
    },
    because: 'The certificate leaves out those who run the database, where the vetting records of staff are kept. The supplier has been told what would change this.',
  },
]
