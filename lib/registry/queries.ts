import { z } from 'zod'
import { publicReader } from '@/lib/audit/record-event'
import type { Actor } from '@/lib/identity/actor'
import { dayFromDate, type Day } from '@/lib/platform/day'
import { reading, type Tx } from '@/lib/platform/db'
import type { ReleaseFacts } from '@/lib/standards/facts'
import type { Prisma } from '@/prisma/generated/client'
import type { CapabilityModel, ProductModel, SupplierModel } from '@/prisma/generated/models'
import { ownProducts, ownReleases } from './policy'
import { statedFacts } from './registry'
import type { ProductList } from './schema'

const productsPerPage = 20

export type Supplier = SupplierModel
export type Product = ProductModel
export type Capability = CapabilityModel

const isId = (text: string) => z.uuid().safeParse(text).success

/** The supplier that the actor acts for, or null. */
export async function ownSupplier(actor: Actor): Promise<Supplier | null> {
  const id = actor.bodyId
  return id === null ? null : reading(actor, (tx) => tx.supplier.findUnique({ where: { id } }))
}

export type OwnRelease = { id: string; label: string; releasedOn: Day | null; hasFacts: boolean; capabilities: number; isListed: boolean }
export type OwnProductRow = { id: string; slug: string; name: string; summary: string; releases: OwnRelease[] }
export type OwnProductList = { rows: OwnProductRow[]; total: number; page: number; pages: number }

const withClaims = {
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  include: { _count: { select: { claims: true } }, listings: { where: { closedAt: null }, select: { id: true } } },
} satisfies Prisma.Product$releasesArgs

type ReleaseRow = Prisma.ReleaseGetPayload<typeof withClaims>

function ownRelease({ id, label, releasedOn, facts, _count, listings }: ReleaseRow): OwnRelease {
  return { id, label, releasedOn: releasedOn && dayFromDate(releasedOn), hasFacts: statedFacts(facts) !== null, capabilities: _count.claims, isListed: listings.length > 0 }
}

const orders: Record<ProductList['sort'], Prisma.ProductOrderByWithRelationInput[]> = {
  name: [{ name: 'asc' }, { id: 'asc' }],
  newest: [{ createdAt: 'desc' }, { id: 'asc' }],
}

/** The actor's own products, listed or not, each with its releases, newest first. 20 to a page; a page past the end gives the last. */
export async function supplierProducts(actor: Actor, { page, sort }: ProductList): Promise<OwnProductList> {
  const where = ownProducts(actor)
  return reading(actor, async (tx) => {
    const total = await tx.product.count({ where })
    const pages = Math.max(1, Math.ceil(total / productsPerPage))
    const shown = Math.min(page, pages)
    const products = await tx.product.findMany({ where, orderBy: orders[sort], skip: (shown - 1) * productsPerPage, take: productsPerPage, include: { releases: withClaims } })
    const rows = products.map(({ id, slug, name, summary, releases }) => ({ id, slug, name, summary, releases: releases.map(ownRelease) }))
    return { rows, total, page: shown, pages }
  })
}

/** One of the actor's own products with its releases, newest first; null for anybody else's. */
export async function productForSupplier(actor: Actor, productId: string): Promise<(Product & { releases: OwnRelease[] }) | null> {
  if (!isId(productId)) return null
  const product = await reading(actor, (tx) => tx.product.findFirst({ where: { AND: [{ id: productId }, ownProducts(actor)] }, include: { releases: withClaims } }))
  return product && { ...product, releases: product.releases.map(ownRelease) }
}

export type ReleaseToState = {
  id: string
  label: string
  version: number
  product: { id: string; name: string; slug: string }
  /** What is stated, or null while nothing is. */
  facts: ReleaseFacts | null
  /** What was stated of the newest other release: a first guess for the form, never taken over by itself. */
  earlierFacts: ReleaseFacts | null
  claimedRefs: string[]
  earlierRefs: string[]
}

async function earlierRelease(tx: Tx, release: { id: string; productId: string }) {
  const others = await tx.release.findMany({ where: { productId: release.productId, id: { not: release.id } }, orderBy: { createdAt: 'desc' }, include: { claims: true } })
  return others.find(({ facts }) => statedFacts(facts) !== null) ?? null
}

/** One of the actor's own releases with its facts and claims; null for anybody else's. */
export async function releaseToState(actor: Actor, releaseId: string): Promise<ReleaseToState | null> {
  if (!isId(releaseId)) return null
  return reading(actor, async (tx) => {
    const release = await tx.release.findFirst({
      where: { AND: [{ id: releaseId }, ownReleases(actor)] },
      include: { claims: true, product: { select: { id: true, name: true, slug: true } } },
    })
    if (!release) return null
    const { id, label, version, product, facts, claims } = release
    const earlier = await earlierRelease(tx, release)
    return {
      id, label, version, product,
      facts: statedFacts(facts),
      earlierFacts: statedFacts(earlier?.facts ?? null),
      claimedRefs: claims.map((claim) => claim.capabilityRef),
      earlierRefs: earlier?.claims.map((claim) => claim.capabilityRef) ?? [],
    }
  })
}

/** Every capability of the national list, expired ones too, in the order of their references. */
export async function capabilities(): Promise<Capability[]> {
  const rows = await reading(publicReader, (tx) => tx.capability.findMany())
  return rows.sort((one, other) => Number(one.ref.slice(1)) - Number(other.ref.slice(1)))
}

export type PublicSupplier = Pick<Supplier, 'id' | 'slug' | 'name' | 'companiesHouseNumber' | 'address' | 'website' | 'contactEmail' | 'description'> & {
  products: { id: string; slug: string; name: string; summary: string }[]
}

/** A supplier as anybody may see it, with its products that stand on the register today, by name. Null when there is none. */
export async function supplierPage(slug: string): Promise<PublicSupplier | null> {
  const supplier = await reading(publicReader, (tx) => tx.supplier.findUnique({
    where: { slug },
    include: { products: { where: { listings: { some: { closedAt: null } } }, select: { id: true, slug: true, name: true, summary: true }, orderBy: { name: 'asc' } } },
  }))
  if (!supplier) return null
  const { id, name, companiesHouseNumber, address, website, contactEmail, description, products } = supplier
  return { id, slug, name, companiesHouseNumber, address, website, contactEmail, description, products }
}
