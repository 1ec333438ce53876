/** People outside the suppliers. All are fictitious; the NHS organisations that buyers act for are real. */
export const office = {
  name: 'Office of the Register (fictitious)',
  registrar: { name: 'Ruth Calder', email: 'ruth.calder@register.example' },
  standardsManager: { name: 'Owen Pritchard', email: 'owen.pritchard@register.example' },
} as const

export const assessingBodies = { service: 'Touchstone Assessment Service (fictitious)', unit: 'Pennine Assurance Unit (fictitious)' } as const

export const assessors = {
  grace: { name: 'Grace Oyelaran', email: 'grace.oyelaran@assess.example', role: 'assessor', body: 'service' },
  sam: { name: 'Sam Idowu', email: 'sam.idowu@assess.example', role: 'assessor', body: 'unit' },
  nadia: { name: 'Nadia Farrow', email: 'nadia.farrow@assess.example', role: 'assessor', body: 'unit' },
  daniel: { name: 'Daniel Whitcombe', email: 'daniel.whitcombe@assess.example', role: 'lead_assessor', body: 'service' },
  helen: { name: 'Helen Marsh', email: 'helen.marsh@assess.example', role: 'lead_assessor', body: 'service' },
} as const

export type AssessorName = 'grace' | 'sam' | 'nadia'
export type LeadName = 'daniel' | 'helen'

/** She works for a supplier as well, so she never sees that supplier's assessments. */
export const alsoAtSupplier = { person: assessors.nadia, supplier: 'brackenford' } as const

export const buyers = [
  { name: 'Amara Nwosu', email: 'amara.nwosu@trust.example', odsCodes: ['RJ1', 'QKK'] },
  { name: 'Leo Castellan', email: 'leo.castellan@trust.example', odsCodes: ['RR8'] },
  { name: 'Bridie Fallon', email: 'bridie.fallon@icb.example', odsCodes: ['QHM'] },
  { name: 'Jaswinder Uppal', email: 'jaswinder.uppal@trust.example', odsCodes: ['RX1'] },
] as const

/** What buyers keep, with why. */
export const shortlists = [
  { email: 'amara.nwosu@trust.example', odsCode: 'RJ1', products: ['Larkrise Meds', 'Oakenshaw Ward'], note: 'For the medicines programme board. Ask both for a visit to a site of our size.' },
  { email: 'amara.nwosu@trust.example', odsCode: 'RJ1', products: ['Tamblewick Lists'], note: 'Does not meet the standards today; look again after their next assessment.' },
  { email: 'amara.nwosu@trust.example', odsCode: 'QKK', products: ['Kestrelgate Record'], note: 'Compare the price per patient with what we pay now.' },
  { email: 'leo.castellan@trust.example', odsCode: 'RR8', products: ['Thistledown Archive', 'Ashmoor Requests'], note: 'Imaging and pathology end in the same quarter.' },
] as const
