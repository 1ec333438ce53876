import { randomUUID } from 'node:crypto'
import { publicReader, systemActor } from '@/lib/audit/record-event'
import type { Member, Newcomer, Role } from '@/lib/identity/actor'
import { enterBody, grantMembership, inviteColleague } from '@/lib/identity/commands'
import { createPerson, personByEmail } from '@/lib/identity/sign-in'
import { reading } from '@/lib/platform/db'
import { registerSupplier } from '@/lib/registry/commands'
import { aMember, asMember } from '@/prisma/factories/people'
import { alsoAtSupplier, assessingBodies, assessors, buyers, office } from './content/people'
import { emailOf, suppliers, type FictitiousSupplier, type SupplierKey } from './content/suppliers'
import { keyOf } from './receipts'

async function bodyId(name: string): Promise<string | null> {
  const body = await reading(systemActor, (tx) => tx.body.findFirst({ where: { name } }))
  return body?.id ?? null
}

async function nhsBodyId(odsCode: string): Promise<string | null> {
  const body = await reading(systemActor, (tx) => tx.body.findUnique({ where: { odsCode } }))
  return body?.id ?? null
}

async function isMemberOf(email: string, id: string): Promise<boolean> {
  return (await reading(systemActor, (tx) => tx.membership.count({ where: { person: { email }, bodyId: id, endedAt: null } }))) > 0
}

const registrar = () => asMember(office.registrar.email)

type Given = { name: string; email: string; role: Exclude<Role, 'supplier_editor'> }

async function grant(id: string, given: Given): Promise<void> {
  if (!(await isMemberOf(given.email, id))) await grantMembership(await registrar(), { ...given, bodyId: id })
}

/** The first registrar has nobody to grant it; she grants everything else. */
export async function openOffice(): Promise<void> {
  const { name, email } = office.registrar
  if (!(await personByEmail(email))) await aMember('registrar', { name, email, bodyName: office.name })
  const id = (await registrar()).bodyId
  await grant(id, { ...office.standardsManager, role: 'standards_manager' })
}

export async function enterAssessors(): Promise<void> {
  for (const { name, email, role, body } of Object.values(assessors)) {
    const id = (await bodyId(assessingBodies[body])) ?? (await enterBody(await registrar(), { kind: 'assessor', name: assessingBodies[body], odsCode: '' }))
    await grant(id, { name, email, role })
  }
}

export async function enterBuyers(): Promise<void> {
  for (const { name, email, odsCodes } of buyers) {
    for (const odsCode of odsCodes) {
      const id = (await nhsBodyId(odsCode)) ?? (await enterBody(await registrar(), { kind: 'nhs', name: '', odsCode }))
      await grant(id, { name, email, role: 'buyer' })
    }
  }
}

const adminEmail = ({ admin, site }: FictitiousSupplier) => emailOf(admin, site)

async function newcomer(name: string, email: string): Promise<Newcomer> {
  const person = (await personByEmail(email)) ?? (await createPerson(email, name))
  return { personId: person.id, name, email, sessionId: randomUUID(), bodyId: null, bodyKind: null, bodyName: null, role: 'newcomer' }
}

/** A supplier's administrator signs in for the first time, registers it and invites a colleague. */
export async function registerFictitiousSupplier(key: SupplierKey): Promise<void> {
  const supplier: FictitiousSupplier = suppliers[key]
  const { name, companiesHouseNumber, address, site } = supplier
  const email = adminEmail(supplier)
  const { supplierId } = await registerSupplier(await newcomer(supplier.admin, email), {
    formKey: keyOf(`register ${key}`), name, companiesHouseNumber, address,
    website: `https://${site}.example/`, contactEmail: `hello@${site}.example`,
    description: `${supplier.description}\n\n${name} (fictitious) exists only in this demonstration.`,
  })
  const admin = await asMember(email, supplierId)
  for (const colleague of colleaguesOf(key)) {
    if (!(await isMemberOf(colleague.email, supplierId))) await inviteColleague(admin, { ...colleague, role: 'supplier_editor' })
  }
}

function colleaguesOf(key: SupplierKey): { name: string; email: string }[] {
  const { editor, site }: FictitiousSupplier = suppliers[key]
  const own = editor === undefined ? [] : [{ name: editor, email: emailOf(editor, site) }]
  const { name, email } = alsoAtSupplier.person
  return key === alsoAtSupplier.supplier ? [...own, { name, email }] : own
}

/** Kept from the first time that they are found: nobody changes their role while the demonstration is told. */
const found = new Map<string, Promise<Member>>()

function once(key: string, find: () => Promise<Member>): Promise<Member> {
  const member = found.get(key) ?? find()
  found.set(key, member)
  return member
}

async function adminOf(supplier: FictitiousSupplier): Promise<Member> {
  const registered = await reading(publicReader, (tx) => tx.supplier.findFirst({ where: { name: supplier.name } }))
  return asMember(adminEmail(supplier), registered?.id)
}

/** Who does the daily work of a supplier: its editor where there is one, else its administrator. */
export function workerOf(key: SupplierKey): Promise<Member> {
  const supplier: FictitiousSupplier = suppliers[key]
  const { editor, site } = supplier
  return once(key, async () => {
    const admin = await adminOf(supplier)
    return editor === undefined ? admin : asMember(emailOf(editor, site), admin.bodyId)
  })
}

export function assessorCalled(name: keyof typeof assessors): Promise<Member> {
  const { email, body } = assessors[name]
  return once(name, async () => asMember(email, (await bodyId(assessingBodies[body])) ?? undefined))
}

export async function buyerAt(email: string, odsCode: string): Promise<Member> {
  return asMember(email, (await nhsBodyId(odsCode)) ?? undefined)
}
