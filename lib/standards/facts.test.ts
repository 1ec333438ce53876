import { describe, expect, test } from 'vitest'
import { factGroups, releaseFacts, releaseFactsForm } from './facts'

const questions = factGroups.flatMap((group) => group.questions)

const posted = {
  careSettings: 'acute',
  deployment: 'public-cloud',
  ...Object.fromEntries(questions.filter(({ kind }) => kind === 'yes-no').map(({ name }) => [name, 'no'])),
}

describe('the facts a supplier states', () => {
  test('are each asked exactly once, in fewer than 20 questions', () => {
    expect(questions.map(({ name }) => name).sort()).toEqual(Object.keys(releaseFacts.shape).sort())
    expect(questions.length).toBeLessThan(20)
  })

  test('offer in the form exactly the options that the schema takes', () => {
    const options = (name: string) => questions.filter((question) => question.name === name).flatMap((question) => ('options' in question ? question.options.map(({ value }) => value) : []))
    expect(options('careSettings')).toEqual(releaseFacts.shape.careSettings.element.options)
    expect(options('interfaces')).toEqual(releaseFacts.shape.interfaces.element.options)
    expect(options('deployment')).toEqual(releaseFacts.shape.deployment.options)
  })

  test('are read from a form in which one box is ticked and another list is left empty', () => {
    const read = releaseFactsForm.parse({ ...posted, patientFacing: 'yes', csrf: 'ignored' })
    expect(read).toMatchObject({ careSettings: ['acute'], interfaces: [], patientFacing: true, medicalDevice: false })
  })

  test.each([
    ['a question is not answered', { ...posted, medicalDevice: undefined }, 'medicalDevice'],
    ['an answer is neither yes nor no', { ...posted, medicalDevice: 'perhaps' }, 'medicalDevice'],
    ['no care setting is ticked', { ...posted, careSettings: undefined }, 'careSettings'],
    ['an interface does not exist', { ...posted, interfaces: ['telepathy'] }, 'interfaces'],
    ['the hosting is missing', { ...posted, deployment: '' }, 'deployment'],
  ])('are refused when %s', (_why, values, field) => {
    expect(releaseFactsForm.safeParse(values).error?.issues[0]?.path[0]).toBe(field)
  })
})
