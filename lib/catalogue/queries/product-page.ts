import { productStandingOn, standardStandingsOn, type ProductStanding, type StandardStanding } from '@/lib/assessment/standing'
import { publicReader } from '@/lib/audit/record-event'
import { today } from '@/lib/platform/clock'
import { dayFromDate, dayOf, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { ReleaseFacts } from '@/lib/standards/facts'
import { listedRelease } from '../listed-release'
import { isSlug } from '../search'

export type ListedProduct = {
  id: string
  slug: string
  name: string
  summary: string
  description: string
  features: string[]
  website: string | null
  pricePence: number | null
  priceUnit: string | null
  supplier: { slug: string; name: string }
  release: { id: string; label: string; releasedOn: Day | null; listedOn: Day }
  facts: ReleaseFacts
  capabilities: { ref: string; name: string; category: string }[]
  /** The day that the standings are given for. */
  on: Day
  standing: ProductStanding
  standards: StandardStanding[]
  decided: { bodyName: string; on: Day }
}

export type PastListing = { releaseLabel: string; releasedOn: Day | null; openedOn: Day; closedOn: Day | null; closedReason: string | null }

/** A product that is on the register, or `listed: null` with its past when it was and no longer is. */
export type ProductPage = { id: string; slug: string; name: string; supplier: { slug: string; name: string }; listed: ListedProduct | null; listings: PastListing[] }

/** Names from the register, in the order of the list; a capability that the register lost keeps its reference. */
async function namedCapabilities(tx: Tx, refs: readonly string[]): Promise<ListedProduct['capabilities']> {
  return tx.capability.findMany({ where: { ref: { in: [...refs] } }, select: { ref: true, name: true, category: true }, orderBy: { name: 'asc' } })
}

async function productRow(tx: Tx, slug: string) {
  return tx.product.findFirst({
    where: { AND: [{ slug }, { listings: { some: {} } }] },
    include: { supplier: { select: { slug: true, name: true } }, listings: { include: { release: { select: { id: true, label: true, releasedOn: true } } }, orderBy: { openedAt: 'desc' } } },
  })
}

type ProductRow = NonNullable<Awaited<ReturnType<typeof productRow>>>

async function listedProduct(tx: Tx, product: ProductRow, on: Day): Promise<ListedProduct | null> {
  const listing = product.listings.find(({ closedAt }) => closedAt === null)
  const listed = listing && (await listedRelease(tx, listing))
  if (!listing || !listed) return null
  const { id, slug, name, summary, description, features, website, pricePence, priceUnit, supplier } = product
  const { id: releaseId, label, releasedOn } = listing.release
  const body = await tx.body.findUniqueOrThrow({ where: { id: listed.decidingBodyId }, select: { name: true } })
  return {
    id, slug, name, summary, description, features, website, pricePence, priceUnit, supplier,
    release: { id: releaseId, label, releasedOn: releasedOn && dayFromDate(releasedOn), listedOn: listed.listedOn },
    facts: listed.snapshot.facts,
    capabilities: await namedCapabilities(tx, listed.snapshot.capabilities),
    on,
    standing: productStandingOn(on, listed.input),
    standards: standardStandingsOn(on, listed.input),
    decided: { bodyName: body.name, on: listed.decidedOn },
  }
}

const pastListing = ({ release, openedAt, closedAt, closedReason }: ProductRow['listings'][number]): PastListing => (
  { releaseLabel: release.label, releasedOn: release.releasedOn && dayFromDate(release.releasedOn), openedOn: dayOf(openedAt), closedOn: closedAt && dayOf(closedAt), closedReason }
)

/** A product that is or was on the register, as it stands on a day; null for any other. */
export async function productPage(slug: string, on: Day = today()): Promise<ProductPage | null> {
  if (!isSlug(slug)) return null
  return reading(publicReader, async (tx) => {
    const product = await productRow(tx, slug)
    if (!product) return null
    const { id, name, supplier, listings } = product
    return { id, slug, name, supplier, listed: await listedProduct(tx, product, on), listings: listings.map(pastListing) }
  })
}

export const mostCompared = 4

/** The listed products of these addresses, in the order asked, each once and at most four. What is not on the register is left out. */
export async function comparedProducts(slugs: readonly string[], on: Day = today()): Promise<ListedProduct[]> {
  const wanted = [...new Set(slugs)].slice(0, mostCompared).filter(isSlug)
  return reading(publicReader, async (tx) => {
    const found: ListedProduct[] = []
    for (const slug of wanted) {
      const product = await productRow(tx, slug)
      const listed = product && (await listedProduct(tx, product, on))
      if (listed) found.push(listed)
    }
    return found
  })
}
