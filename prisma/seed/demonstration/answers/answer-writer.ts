import { NOT_APPLICABLE } from '@/lib/standards/answers'
import { needsEvidence } from '@/lib/standards/routing'
import type { AnswerWriter, Question } from '@/prisma/factories/answers'
import { documentsFor } from '../evidence/shown-for'
import type { DocumentName } from '../evidence/documents'
import { generalAnswers } from './assessment-criteria'
import { clinicalAnswers } from './clinical'
import { interoperabilityAnswers } from './interoperability'
import { securityAnswers } from './security'
import { isNotAsked, keyed, typedValue } from './typed-value'
import type { Teller, Telling } from './teller'

const tellings: Readonly<Record<string, Telling>> = { ...generalAnswers, ...clinicalAnswers, ...interoperabilityAnswers, ...securityAnswers }

/** What the supplier says, in words. A question of a standard that came after this content is answered in general terms. */
export function toldAnswer(question: Question, t: Teller): string {
  return keyed(tellings, question)?.(t) ?? (question.criterion.response.type === 'text' ? `As the documentation of ${t.r} describes.` : '')
}

/** What the supplier says under each of some criteria, by standard and criterion; used to write the documents that stand behind it. */
export function toldUnder(keys: readonly string[], t: Teller): { key: string; text: string }[] {
  return keys.flatMap((key) => {
    const plain = key.replace(/ \([^)]*\)$/, '')
    const text = (tellings[key] ?? tellings[plain])?.(t) ?? ''
    return text === '' ? [] : [{ key: plain, text }]
  })
}

/** What differs from the ordinary answer to some criteria, by standard and criterion. */
export type Slips = Readonly<Record<string, { value?: string; text: string }>>

function words(question: Question, t: Teller): { value: string; explanation: string } {
  const text = toldAnswer(question, t)
  if (question.criterion.response.type !== 'text') return { value: typedValue(question, t), explanation: text }
  return isNotAsked(question, t) ? { value: NOT_APPLICABLE, explanation: '' } : { value: text, explanation: '' }
}

function withSlip(question: Question, ordinary: { value: string; explanation: string }, slips: Slips) {
  const slip = slips[`${question.standardId} ${question.criterion.code}`]
  if (!slip) return ordinary
  return question.criterion.response.type === 'text' ? { value: slip.text, explanation: '' } : { value: slip.value ?? ordinary.value, explanation: slip.text }
}

/** @param show gives the revision of a document, which is made when it is first asked for */
export function answerWriter(t: Teller, show: (name: DocumentName) => Promise<string>, slips: Slips = {}): AnswerWriter {
  return async (question) => {
    const { standardId, version, criterion } = question
    // It is only recommended: whoever has not signed leaves it out.
    if (standardId === 'NHS-CHARTER' && !t.hasSignedCharter) return null
    const { value, explanation } = withSlip(question, words(question, t), slips)
    if (!needsEvidence(criterion, value)) return { value, explanation, evidence: [] }
    const names = documentsFor({ standardId, version, code: criterion.code, interfaces: t.facts.interfaces, hasSignedCharter: t.hasSignedCharter })
    const evidence: string[] = []
    for (const name of names) evidence.push(await show(name))
    return { value, explanation, evidence }
  }
}
