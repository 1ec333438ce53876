import { describe, expect, test } from 'vitest'
import { capabilityContent } from '@/lib/registry/capability-content'
import { productDetailsForm, supplierForm } from '@/lib/registry/schema'
import { answerProblem } from '@/lib/standards/answers'
import { appliesTo } from '@/lib/standards/applicability'
import { releaseFacts } from '@/lib/standards/facts'
import { readContent } from '@/lib/standards/read-content'
import { answerFails, criteriaInPath, needsEvidence } from '@/lib/standards/routing'
import { isAcceptable } from '@/lib/standards/standards'
import type { AnswerWriter, Question } from '@/prisma/factories/answers'
import { answerWriter, toldAnswer } from './answers/answer-writer'
import { tellerOf, type Teller } from './answers/teller'
import { factsOf, type OfferedProduct } from './content/offer'
import { suppliers, type FictitiousSupplier } from './content/suppliers'
import { demonstrationSteps, products, stories } from './demonstration'
import { keyOf } from './receipts'

const day = '2026-11-20'
const capabilities = capabilityContent()
const byName = products.map((product) => [product.name, product] as const)

function questionsFor(offered: OfferedProduct): Question[] {
  return readContent().flatMap(({ id, versions }) => versions
    .filter((version) => version.subject !== 'buyer' && isAcceptable(version, day) && appliesTo(version, { ...factsOf(offered), capabilities: offered.capabilities }).applies)
    .flatMap(({ version, criteria }) => criteria.map((criterion) => ({ standardId: id, version, criterion: { ...criterion, id: criterion.code, standardVersionId: id } }))))
}

describe('the products', () => {
  test('are sixty, of twenty-five suppliers, each with a story', () => {
    expect(products).toHaveLength(60)
    expect(new Set(products.map(({ name }) => name)).size).toBe(60)
    expect(new Set(products.map(({ supplier }) => supplier)).size).toBe(Object.keys(suppliers).length)
    expect(products.filter(({ name }) => !stories.some(({ product }) => product === name))).toEqual([])
    expect(stories.filter(({ product }) => !products.some(({ name }) => name === product))).toEqual([])
  })

  test('offer every capability of the national list that is in effect', () => {
    const offered = new Set(products.flatMap((product) => product.capabilities))
    const effective = capabilities.filter(({ status }) => status === 'Effective').map(({ ref }) => ref)
    expect(effective.filter((ref) => !offered.has(ref))).toEqual([])
    expect([...offered].filter((ref) => !effective.includes(ref))).toEqual([])
  })

  test.each(byName)('%s can be entered as it is', (_, offered) => {
    expect(releaseFacts.safeParse(factsOf(offered)).success).toBe(true)
    const form = { productId: keyOf('any'), version: 1, name: offered.name, summary: offered.summary, description: offered.description, features: offered.features.join('\n'), website: '', price: offered.price?.[0] ?? '', priceUnit: offered.price?.[1] ?? '' }
    expect(productDetailsForm.safeParse(form).success).toBe(true)
  })

  test.each(byName)('%s answers everything it is asked with something of its own that passes', async (_, offered) => {
    const t = tellerOf(offered)
    for (const ofOne of Map.groupBy(questionsFor(offered), ({ standardId, version }) => `${standardId} ${version}`).values()) {
      expect(await faultsAlong(ofOne, answerWriter(t, async (name) => name), t)).toEqual([])
    }
  })
})

/** What is wrong with the answers along the path that they open. */
async function faultsAlong(questions: readonly Question[], write: AnswerWriter, t: Teller): Promise<string[]> {
  const answers: Record<string, string> = {}
  const faults: string[] = []
  for (const question of questions) {
    if (!criteriaInPath(questions.map(({ criterion }) => criterion), answers).includes(question.criterion)) continue
    const answer = await write(question)
    // What is only recommended may be left out.
    if (answer === null && question.standardId === 'NHS-CHARTER') continue
    const { value, evidence } = answer ?? { value: '', evidence: [] }
    answers[question.criterion.code] = value
    faults.push(...faultsOf(question, value, evidence.length, toldAnswer(question, t)).map((fault) => `${question.standardId} ${question.criterion.code}: ${fault}`))
  }
  return faults
}

function faultsOf({ criterion }: Question, value: string, documents: number, told: string): string[] {
  const isToldInWords = ['text', 'provided', 'yes-no'].includes(criterion.response.type)
  const faults: Record<string, boolean> = {
    'no proper answer': value === '' || answerProblem(criterion.response, value) !== null,
    fails: answerFails(criterion, value),
    'lacks evidence': documents === 0 && needsEvidence(criterion, value),
    'says nothing of its own': isToldInWords && /^($|As the documentation)/.test(told),
  }
  return Object.keys(faults).filter((fault) => faults[fault])
}

test('suppliers can be entered as they are', () => {
  for (const { name, companiesHouseNumber, address, description, site } of Object.values<FictitiousSupplier>(suppliers)) {
    const form = { formKey: keyOf(name), name, companiesHouseNumber, address, website: `https://${site}.example/`, contactEmail: `hello@${site}.example`, description }
    expect(supplierForm.safeParse(form).success).toBe(true)
  }
})

test('no step has the name of another, and none is told in the future', () => {
  const steps = demonstrationSteps(day)
  expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length)
  expect(steps.filter(({ at }) => at.toISOString().slice(0, 10) >= day)).toEqual([])
})

test('what happens to one release happens in the order of its steps', () => {
  const steps = demonstrationSteps(day)
  for (const ofOne of Map.groupBy(steps, ({ name }) => name.split(':')[0]).values()) {
    const times = ofOne.map(({ at }) => at.getTime())
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  }
})
