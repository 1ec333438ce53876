import { projectEntry } from '@/lib/catalogue/project-entry'
import type { Member } from '@/lib/identity/actor'
import { reading } from '@/lib/platform/db'
import { claimCapabilities, createProduct, createRelease, stateFacts, updateProduct } from '@/lib/registry/commands'
import { penceFromPounds } from '@/lib/registry/registry'
import { factsOf, type OfferedProduct } from '../content/offer'
import { suppliers } from '../content/suppliers'
import { keyOf } from '../receipts'

async function describe(supplier: Member, productId: string, offered: OfferedProduct): Promise<void> {
  const { version } = await reading(supplier, (tx) => tx.product.findUniqueOrThrow({ where: { id: productId }, select: { version: true } }))
  if (version > 1) return
  const { name, summary, features, price } = offered
  await updateProduct(supplier, {
    productId, version, name, summary,
    description: `${offered.description}\n\n${name} (fictitious) exists only in this demonstration.`,
    features: [...features],
    website: `https://${suppliers[offered.supplier].site}.example/${name.toLowerCase().replaceAll(' ', '-')}`,
    pricePence: price ? penceFromPounds(price[0]) : null,
    priceUnit: price ? price[1] : null,
  }, (tx) => projectEntry(tx, productId))
}

async function state(supplier: Member, releaseId: string, offered: OfferedProduct): Promise<void> {
  const version = async () => (await reading(supplier, (tx) => tx.release.findUniqueOrThrow({ where: { id: releaseId }, select: { version: true } }))).version
  if ((await version()) === 1) await stateFacts(supplier, { releaseId, version: 1, ...factsOf(offered) })
  if ((await version()) === 2) await claimCapabilities(supplier, { releaseId, version: 2, refs: [...offered.capabilities] })
}

/** The release's id, as the forms with these keys give it however often they are sent. */
async function enter(supplier: Member, offered: OfferedProduct, label: string, isFirst: boolean): Promise<{ productId: string; releaseId: string }> {
  const { name, summary } = offered
  if (isFirst) return createProduct(supplier, { formKey: keyOf(`create ${name}`), name, summary, label })
  const { id: productId } = await reading(supplier, (tx) => tx.product.findFirstOrThrow({ where: { supplierId: supplier.bodyId, name }, select: { id: true } }))
  return { productId, releaseId: await createRelease(supplier, { formKey: keyOf(`create ${name} ${label}`), productId, label, releasedOn: null }) }
}

/** Enters a product, or a further release of it, and says what it is. @param isBare the supplier has only begun: no facts, no capabilities, no description */
export async function offer(supplier: Member, offered: OfferedProduct, { label, isFirst, isBare }: { label: string; isFirst: boolean; isBare: boolean }): Promise<void> {
  const { productId, releaseId } = await enter(supplier, offered, label, isFirst)
  if (isBare) return
  await describe(supplier, productId, offered)
  await state(supplier, releaseId, offered)
}

export async function releaseIdOf(supplier: Member, { name }: OfferedProduct, label: string): Promise<string> {
  const release = await reading(supplier, (tx) => tx.release.findFirstOrThrow({ where: { label, product: { supplierId: supplier.bodyId, name } }, select: { id: true } }))
  return release.id
}
