import type { Asked } from './story'

const nothingDecided = { recommended: '', decided: '' }

export const consultationChanges: readonly Asked[] = [{
  standardId: 'DCB0129',
  message: 'Question 2.1: the hazard log has no entry for a message that reaches the practice when it is closed. Please add the hazard with its causes and controls, and send the log again.',
  first: { 'DCB0129 2.1': { text: '31 hazards, each with causes, controls and risk before and after.' } },
  finding: { 'DCB0129 2.1': { outcome: 'partly_met', reason: 'The log is thorough but has nothing on messages that arrive out of hours, which is when patients write.', ...nothingDecided } },
  second: { 'DCB0129 2.1': { text: '34 hazards. Three were added about messages out of hours: an urgent sign that is not read, a patient who waits for an answer, and a form left open past closing time. Each has its controls and a test.' } },
}]

export const recordChanges: readonly Asked[] = [
  {
    standardId: 'BCDR',
    message: 'Question 1.1: the restore test is of the test system. Please run one of the live system’s backup, and say how long it took.',
    first: { 'BCDR 1.1': { text: 'The test system is restored each month, in about two hours.' } },
    finding: { 'BCDR 1.1': { outcome: 'partly_met', reason: 'A restore of the test system, with a hundredth of the data, says little about the live one.', ...nothingDecided } },
    second: { 'BCDR 1.1': { text: 'The live backup was restored to spare servers in 5 hours 40 minutes, with two of your questions answered on the way: the index is rebuilt, and sources are asked again for the last hour.' } },
  },
  {
    standardId: 'UKGDPR',
    message: 'Question 1.3: please say who is called at night.',
    first: { 'UKGDPR 1.3': { text: 'By e-mail to the customer’s data protection officer.' } },
    finding: { 'UKGDPR 1.3': { outcome: 'partly_met', reason: 'An e-mail on a Friday night is read on Monday.', ...nothingDecided } },
    second: { 'UKGDPR 1.3': { text: 'By phone at any hour to the number in the contract, then by e-mail to the data protection officer within 12 hours, with what is known and what comes next.' } },
  },
]

export const riskChanges: readonly Asked[] = [
  {
    standardId: 'UK-MDR',
    message: 'Question 1.1: the intended purpose says “finding people at risk”. Please say at risk of what, within what time, and what the score must not be used for.',
    first: { 'UK-MDR 1.1': { text: 'Intended for finding people at risk. Class I.' } },
    finding: { 'UK-MDR 1.1': { outcome: 'partly_met', reason: 'The purpose is too wide to judge the class of the device by it.', ...nothingDecided } },
    second: { 'UK-MDR 1.1': { text: 'Intended to order a list of adults by their risk of an unplanned admission in the next twelve months, for a clinician to look through. Not for children, not for refusing care. Class I, for the reasons in the appendix.' } },
  },
  {
    standardId: 'NDOO',
    message: 'Question 1.2: scores for “service planning” are said to be exempt. Please name the ground, or take opted-out patients out of them.',
    first: { 'NDOO 1.2': { text: 'Service planning is exempt.' } },
    finding: { 'NDOO 1.2': { outcome: 'not_met', reason: 'Planning is the plainest case in which the opt-out applies.', ...nothingDecided } },
    second: { 'NDOO 1.2': { text: 'None. Opted-out patients are taken out of every planning list since the last release.' } },
  },
]

export const arrivalsChanges: readonly Asked[] = [{
  standardId: 'WCAG22',
  message: 'Question 2.2: on the arrivals screen, the keyboard focus cannot leave the date-of-birth field when the on-screen keypad is open. Please mend this and have it tested again.',
  first: {},
  finding: { 'WCAG22 2.2': { outcome: 'not_met', reason: 'A keyboard trap, found within a minute of trying.', ...nothingDecided } },
  second: {},
}]

export const workflowChanges: readonly Asked[] = [{
  standardId: 'PENTEST',
  message: 'Question 1.2: the summary lists a finding of 7.4 as “accepted”. A score of 7 or more cannot be left open. Please mend it or say when it was mended.',
  first: { 'PENTEST 1.2': { text: 'Highest 7.4, in the upload of forms, accepted because only staff can reach it. Two of 3.0 are open.' } },
  finding: { 'PENTEST 1.2': { outcome: 'not_met', reason: 'A finding of 7.4 is open in a part that staff of other organisations can reach.', ...nothingDecided } },
  second: { 'PENTEST 1.2': { text: 'The finding of 7.4 was mended within a week and tested again by the same firm. Highest open is 3.0.' } },
}]

export const familyChanges: readonly Asked[] = [{
  standardId: 'DAPB1605',
  message: 'Question 1.2: please show that large print reaches the letter, not only the screen.',
  first: { 'DAPB1605 1.2': { text: 'Yes, the app follows the size of text set on the phone.' } },
  finding: { 'DAPB1605 1.2': { outcome: 'partly_met', reason: 'The app follows the need; the letters that it offers to print do not.', ...nothingDecided } },
  second: { 'DAPB1605 1.2': { text: 'Yes. Since 2.9 the letters to print or post are made in the size and form that the record asks for. The screens attached show one of each.' } },
}]

export const bookChanges: readonly Asked[] = [
  {
    standardId: 'UKGDPR',
    message: 'Question 1.3: please give a time within which a buyer is told of a breach.',
    first: { 'UKGDPR 1.3': { text: 'Without delay, by e-mail.' } },
    finding: { 'UKGDPR 1.3': { outcome: 'partly_met', reason: '“Without delay” is no time that a buyer could plan with.', ...nothingDecided } },
    second: { 'UKGDPR 1.3': { text: 'Within 24 hours by phone and e-mail, with a daily report until it is closed.' } },
  },
  {
    standardId: 'EXIT',
    message: 'Question 1.2: the last full export was tested two years ago. Please test one of this release.',
    first: { 'EXIT 1.2': { text: 'FHIR bundles. The last full export was tested with release 1.9, two years ago.' } },
    finding: { 'EXIT 1.2': { outcome: 'partly_met', reason: 'Two major releases have changed the data since that test.', ...nothingDecided } },
    second: { 'EXIT 1.2': { text: 'FHIR bundles and the original documents. A full export of 2.7 was tested last week: 412,000 resources, none lost, read back by the open tool named in the plan.' } },
  },
]
