import { addToShortlist } from '@/lib/procurement/commands'
import { publicReader } from '@/lib/audit/record-event'
import type { Day } from '@/lib/platform/day'
import { reading } from '@/lib/platform/db'
import { buyerAt, enterAssessors, enterBuyers, openOffice, registerFictitiousSupplier } from './cast'
import type { OfferedProduct } from './content/offer'
import { shortlists } from './content/people'
import { communityProducts } from './content/products-community'
import { hospitalProducts } from './content/products-hospital'
import { medicinesProducts } from './content/products-medicines'
import { patientProducts } from './content/products-patients'
import { practiceProducts } from './content/products-practice'
import { systemProducts } from './content/products-systems'
import { suppliers, type SupplierKey } from './content/suppliers'
import { keyOf } from './receipts'
import type { Step } from './step'
import { registerStories } from './stories/on-the-register'
import type { Story } from './stories/story'
import { begunDaysAgo, storySteps } from './stories/story-steps'
import { underWayStories } from './stories/under-way'
import { instantOn } from './told-time'

export const products: readonly OfferedProduct[] = [...medicinesProducts, ...practiceProducts, ...communityProducts, ...patientProducts, ...hospitalProducts, ...systemProducts]
export const stories: readonly Story[] = [...registerStories, ...underWayStories]

/** Longer ago than anything else that is told. */
const OPENED_DAYS_AGO = 420

function officeSteps(today: Day): Step[] {
  const at = (daysAgo: number) => instantOn(today, daysAgo, 'office')
  return [
    { name: 'office opened', at: at(OPENED_DAYS_AGO), work: openOffice },
    { name: 'assessors entered', at: at(OPENED_DAYS_AGO - 7), work: enterAssessors },
    { name: 'buyers entered', at: at(OPENED_DAYS_AGO - 14), work: enterBuyers },
  ]
}

/** A supplier registers a week before it first does anything, and none later than three weeks ago. */
function supplierSteps(today: Day): Step[] {
  return (Object.keys(suppliers) as SupplierKey[]).map((key) => {
    const own = stories.filter(({ product }) => products.find(({ name }) => name === product)?.supplier === key)
    const daysAgo = Math.max(21, ...own.map(begunDaysAgo)) + 7
    return { name: `${suppliers[key].name} registered`, at: instantOn(today, daysAgo, 'office'), work: () => registerFictitiousSupplier(key) }
  })
}

function productSteps(today: Day): Step[] {
  return products.flatMap((offered) => {
    const own = stories.filter(({ product }) => product === offered.name).sort((a, b) => begunDaysAgo(b) - begunDaysAgo(a))
    return own.flatMap((story, index) => storySteps({ story, offered, label: story.label ?? offered.label, isFirst: index === 0, today }))
  })
}

async function slugsOf(names: readonly string[]): Promise<string[]> {
  const entries = await reading(publicReader, (tx) => tx.catalogueEntry.findMany({ where: { name: { in: [...names] } }, select: { slug: true } }))
  return entries.map(({ slug }) => slug)
}

function shortlistSteps(today: Day): Step[] {
  return shortlists.map(({ email, odsCode, products: names, note }, index) => ({
    name: `shortlist ${index + 1}`,
    at: instantOn(today, 2, 'later'),
    work: async () => {
      await addToShortlist(await buyerAt(email, odsCode), { formKey: keyOf(`shortlist form ${index + 1}`), product: await slugsOf(names), note })
    },
  }))
}

/** Everything that happens in the demonstration, in no particular order. */
export function demonstrationSteps(today: Day): Step[] {
  return [...officeSteps(today), ...supplierSteps(today), ...productSteps(today), ...shortlistSteps(today)]
}
