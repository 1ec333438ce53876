import { describe, expect, test } from 'vitest'
import type { StandardTask, TaskList } from '@/lib/assessment/queries/supplier-tasks'
import { nextStep, questionsLeft } from './next-step'

const standard = (standardId: string, state: StandardTask['state'], more: Partial<StandardTask> = {}): StandardTask => ({
  standardId, version: '1', standardVersionId: standardId, name: standardId, obligation: 'mandatory', because: ['it is a product'], answered: 0, toAnswer: 2, state, isIncluded: true, ...more,
})
const list = (status: TaskList['status'], standards: StandardTask[], more: Partial<TaskList> = {}): TaskList => ({
  release: { id: 'r', label: '1.0', hasFacts: true, capabilities: 1 }, product: { id: 'p', name: 'P', slug: 'p' }, status, round: 1, standards, missing: [], canSubmit: false, canWithdraw: false, ...more,
})

describe('the next step', () => {
  test('is to state the facts before anything else', () => {
    expect(nextStep(list('draft', [], { release: { id: 'r', label: '1.0', hasFacts: false, capabilities: 0 } }))).toEqual({ label: 'State the facts', path: '/facts' })
  })

  test('is the first standard that is not answered, leaving out advice that was not begun', () => {
    const standards = [standard('A', 'answered', { answered: 2 }), standard('ADVICE', 'not_started', { isIncluded: false }), standard('B', 'in_progress')]
    expect(nextStep(list('draft', standards))).toEqual({ label: 'Continue B', path: '/standards/B' })
    expect(nextStep(list('draft', [standard('C', 'not_started')]))).toEqual({ label: 'Start C', path: '/standards/C' })
  })

  test('is to submit when all is answered', () => {
    expect(nextStep(list('draft', [standard('A', 'answered')], { canSubmit: true }))).toEqual({ label: 'Check and submit', path: '/submit' })
  })

  test('is what the assessor asked for, until something has changed', () => {
    const standards = [standard('A', 'with_assessor'), standard('B', 'changes_requested', { answered: 2 })]
    expect(nextStep(list('changes_requested', standards, { missing: ['Change something first'] }))).toEqual({ label: 'Make the changes to B', path: '/standards/B' })
    expect(nextStep(list('changes_requested', standards, { canSubmit: true }))).toEqual({ label: 'Check and submit again', path: '/submit' })
  })

  test('is nothing while the assessors have it, and when all is decided', () => {
    expect(nextStep(list('submitted', [standard('A', 'with_assessor')]))).toBeNull()
    expect(nextStep(list('decided', [standard('A', 'decided')]))).toBeNull()
  })
})

test.each([[12, 14, '2 of 14 questions left'], [14, 14, 'All 14 questions are answered'], [0, 1, '1 of 1 question left'], [1, 1, 'The question is answered']])('%d of %d answered reads: %s', (answered, toAnswer, words) => {
  expect(questionsLeft({ answered, toAnswer })).toBe(words)
})
