import { randomUUID } from 'node:crypto'
import { declareInterest } from '@/lib/assessment/commands/declare-interest'
import type { Member, Newcomer } from '@/lib/identity/actor'
import { reading } from '@/lib/platform/db'
import { addToShortlist } from '@/lib/procurement/commands'
import { declareNoConflict } from '@/prisma/factories/assessments'
import type { OfferedRelease } from '@/prisma/factories/products'
import { evidenceFile, listed, offered, recommended, type Evidence, type Submitted } from './offers'
import { buyer, editorOf, member, newcomer, supplier, unique } from './people'

/** Everybody who may come to a page, by what they are to the products of this world. */
export type People = {
  anonymous: null
  newcomer: Newcomer
  otherSupplier: Member
  supplierEditor: Member
  supplierAdmin: Member
  assessor: Member
  /** Has said that they have a conflict of interest in the product that waits. */
  conflictedAssessor: Member
  leadAssessor: Member
  buyer: Member
  standardsManager: Member
  registrar: Member
}

export type World = {
  people: People
  /** A product that nobody but its supplier knows of. */
  draft: OfferedRelease
  /** With the assessors: `assessor` has found and recommended, `leadAssessor` has declared, and nobody has decided. */
  waiting: Submitted
  /** On the register. Its evidence is for the assessors alone. */
  listed: Submitted
  /** On the register too, and on nobody's shortlist. */
  notShortlisted: Submitted
  /** The listed product on the buyer's shortlist. */
  shortlistItemId: string
  /** Shown by nothing; nobody but its supplier knows of it. */
  unused: Evidence
}

async function everybody(): Promise<People> {
  const supplierAdmin = await supplier()
  return {
    anonymous: null,
    newcomer: await newcomer(),
    otherSupplier: await supplier(unique('Fernbrook Systems')),
    supplierEditor: await editorOf(supplierAdmin),
    supplierAdmin,
    assessor: await member('assessor'),
    conflictedAssessor: await member('assessor'),
    leadAssessor: await member('lead_assessor'),
    buyer: await buyer(),
    standardsManager: await member('standards_manager'),
    registrar: await member('registrar'),
  }
}

async function shortlisted(person: Member, { slug, productId }: OfferedRelease): Promise<string> {
  await addToShortlist(person, { formKey: randomUUID(), product: [slug], note: 'Ask how it prints at night' })
  const item = await reading(person, (tx) => tx.shortlistItem.findFirstOrThrow({ where: { personId: person.personId, productId }, select: { id: true } }))
  return item.id
}

/** One supplier in every relation that matters. Tests that share it change nothing in it. */
export async function makeWorld(): Promise<World> {
  const people = await everybody()
  const { assessor, leadAssessor: lead, supplierAdmin, conflictedAssessor } = people
  const cast = { supplier: supplierAdmin, assessor, lead }
  const waiting = await recommended(cast, unique('Larkrise Theatre'))
  await declareInterest(conflictedAssessor, { assessmentId: waiting.assessmentId, hasConflict: true, detail: 'My brother works there' })
  await declareNoConflict(lead, waiting.assessmentId)
  const onTheRegister = await listed(cast, unique('Larkrise Rota'))
  return {
    people,
    draft: await offered(supplierAdmin, unique('Larkrise Draft')),
    waiting,
    listed: onTheRegister,
    notShortlisted: await listed(cast, unique('Larkrise Stock')),
    shortlistItemId: await shortlisted(people.buyer, onTheRegister),
    unused: await evidenceFile(supplierAdmin, { name: unique('Unused report') }),
  }
}
