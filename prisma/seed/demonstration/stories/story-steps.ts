import { submitRelease } from '@/lib/assessment/commands/submit-release'
import type { Member } from '@/lib/identity/actor'
import type { Day } from '@/lib/platform/day'
import { answerRelease } from '@/prisma/factories/answers'
import { decideStandards, judgeStandards, list, standardsOf, asJudged, type StandardToJudge } from '@/prisma/factories/assessments'
import { answerWriter, type Slips } from '../answers/answer-writer'
import { tellerOf, type Teller } from '../answers/teller'
import { assessorCalled, workerOf } from '../cast'
import type { OfferedProduct } from '../content/offer'
import type { AssessorName, LeadName } from '../content/people'
import { shelf } from '../evidence/shelf'
import { decideAs, failingIn, judgeAs, type Failings } from '../judgement/judge'
import { listedBecause } from '../judgement/wording'
import { keyOf } from '../receipts'
import type { Step } from '../step'
import { instantOn, type Slot } from '../told-time'
import { askForChanges, assessmentOf, carry, declareConflict, keepOwnEvidence, open, take, withdraw } from './assessing'
import { offer, releaseIdOf } from './offering'
import type { Asked, Story } from './story'

/** A story with everything that its steps need. */
export type Told = { story: Story; offered: OfferedProduct; label: string; isFirst: boolean; today: Day }

type Act = { t: Teller; editor: Member; releaseId: string; assessmentId: () => Promise<string> }

const joined = <T>(tables: readonly Readonly<Record<string, T>>[]): Record<string, T> => Object.fromEntries(tables.flatMap((table) => Object.entries(table)))

/** How long before sending a supplier begins. */
const BEGUN_DAYS = 25

class StorySteps {
  readonly steps: Step[] = []
  private readonly t: Teller

  constructor(private readonly told: Told) {
    this.t = tellerOf(told.offered, told.label)
  }

  private get named(): string {
    return `${this.told.offered.name} ${this.told.label}`
  }

  /** A step in which the release is there already. */
  add(what: string, daysAgo: number, slot: Slot, work: (act: Act) => Promise<void>): this {
    const name = `${this.named}: ${what}`
    this.steps.push({
      name, at: instantOn(this.told.today, daysAgo, slot),
      work: async () => {
        const editor = await workerOf(this.told.offered.supplier)
        const releaseId = await releaseIdOf(editor, this.told.offered, this.told.label)
        await work({ t: this.t, editor, releaseId, assessmentId: async () => (await assessmentOf(editor, releaseId)).id })
      },
    })
    return this
  }

  begin(daysAgo: number, isBare = false): this {
    const { offered, label, isFirst, today } = this.told
    const work = async () => offer(await workerOf(offered.supplier), offered, { label, isFirst, isBare })
    this.steps.push({ name: `${this.named}: begun`, at: instantOn(today, daysAgo, 'begun'), work })
    return this
  }

  answer(what: string, daysAgo: number, slips: Slips, only?: (standardId: string) => boolean): this {
    return this.add(what, daysAgo, 'answered', ({ editor, releaseId, t }) => answerRelease(editor, releaseId, answerWriter(t, shelf(editor, t), slips), only))
  }

  send(round: number, daysAgo: number): this {
    return this.add(`sent, round ${round}`, daysAgo, 'sent', async ({ editor, releaseId }) => {
      await submitRelease(editor, { formKey: keyOf(`${this.named} round ${round}`), releaseId })
    })
  }

  /** Whoever is not named in the story is chosen by the product, so that work is spread. */
  assessor(): AssessorName {
    const names = ['grace', 'sam', 'grace', 'nadia'] as const
    const chosen = this.told.story.assessor ?? names[this.t.n('assessor', 0, 3)] ?? 'grace'
    return chosen === 'nadia' && this.told.offered.supplier === 'brackenford' ? 'grace' : chosen
  }

  lead(): LeadName {
    return this.told.story.lead ?? (this.t.n('lead', 0, 1) === 0 ? 'daniel' : 'helen')
  }

  take(daysAgo: number): this {
    return this.add('taken', daysAgo, 'opened', async ({ assessmentId }) => take(await assessorCalled(this.assessor()), await assessmentId()))
  }

  judge(what: string, daysAgo: number, failing: Failings, part?: Parameters<typeof judgeAs>[2]): this {
    return this.add(what, daysAgo, 'judged', async ({ assessmentId, t }) => {
      const assessor = await assessorCalled(this.assessor())
      await keepOwnEvidence(assessor, await assessmentId(), t)
      await judgeStandards(assessor, await assessmentId(), judgeAs(t, failing, part))
    })
  }

  ask(daysAgo: number, asked: readonly Asked[]): this {
    return this.add('changes asked for', daysAgo, 'decided', async ({ assessmentId }) => askForChanges(await assessorCalled(this.assessor()), await assessmentId(), asked))
  }

  carry(daysAgo: number): this {
    return this.add('findings carried', daysAgo, 'opened', async ({ assessmentId }) => carry(await assessorCalled(this.assessor()), await assessmentId()))
  }

  decide(daysAgo: number, validity: 'strict' | 'renewed', failing: Failings, isLeft?: (standard: StandardToJudge) => boolean): this {
    return this.add('decided', daysAgo, 'decided', async ({ assessmentId, t }) => {
      const lead = await assessorCalled(this.lead())
      await open(lead, await assessmentId())
      await decideStandards(lead, await assessmentId(), decideAs(t, validity, failing, isLeft))
    })
  }

  list(daysAgo: number, outcome: 'listed' | 'refused', failing: Failings, because?: string): this {
    return this.add(outcome, daysAgo, 'listed', async ({ assessmentId, t }) => {
      const lead = await assessorCalled(this.lead())
      const assessment = await asJudged(lead, await assessmentId())
      if (assessment.status === 'decided') return
      const notMet = (await standardsOf(lead, assessment)).filter((standard) => (failingIn(failing, standard)?.outcome ?? 'not_applicable') !== 'not_applicable').map(({ version }) => version.standardName)
      await list(lead, assessment.id, outcome, because ?? listedBecause(t, notMet))
    })
  }

  /** Up to the first submission. */
  sent(daysAgo: number, slips: Slips = {}): this {
    return this.begin(daysAgo + BEGUN_DAYS).answer('answered', daysAgo, slips).send(1, daysAgo)
  }

  /** Up to the request for changes: the assessor makes findings and recommends nothing yet. */
  sentBack(daysAgo: number, asked: readonly Asked[]): this {
    const first = joined(asked.map((one) => one.first))
    const failing = joined(asked.map((one) => one.finding))
    return this.sent(daysAgo, first).take(daysAgo - 1).judge('judged, round 1', daysAgo - 3, failing, () => 'findings').ask(daysAgo - 3, asked)
  }

  /** Up to the second submission, in which only what was asked is changed. */
  sentAgain(daysAgo: number, again: number, asked: readonly Asked[]): this {
    const second = joined(asked.map((one) => one.second))
    return this.sentBack(daysAgo, asked).answer('answered again', again, second, (standardId) => asked.some((one) => one.standardId === standardId)).send(2, again)
  }

  withdrawn(daysAgo: number): this {
    return this.add('withdrawn', daysAgo, 'later', ({ editor, releaseId }) => withdraw(editor, releaseId))
  }

  seen(seen: 'taken' | 'half-judged' | 'conflict', daysAgo: number): this {
    if (seen === 'conflict') return this.add('conflict declared', daysAgo, 'opened', async ({ assessmentId }) => declareConflict(await assessorCalled(this.assessor()), await assessmentId()))
    this.take(daysAgo)
    return seen === 'taken' ? this : this.judge('half judged', daysAgo - 2, {}, ({ version }) => (version.standardId < 'F' ? 'all' : version.standardId < 'N' ? 'findings' : 'nothing'))
  }
}

type StoryOf<Is extends Story['is']> = Story & { is: Is }

function listedSteps(steps: StorySteps, { is, sent, validity, asked, failing = {}, slips, because }: StoryOf<'listed' | 'refused'>): StorySteps {
  if (asked) steps.sentAgain(sent, sent - 9, asked).carry(sent - 10).judge('judged, round 2', sent - 12, failing)
  else steps.sent(sent, slips).take(sent - 1).judge('judged', sent - 4, failing)
  const judgedOn = asked ? sent - 12 : sent - 4
  return steps.decide(judgedOn - 2, validity, failing).list(judgedOn - 3, is, failing, because)
}

/** Two thirds of the standards, by their name. */
const isLeftUndecided = ({ version }: StandardToJudge): boolean => version.standardId > 'N'

const tellings: { [Is in Story['is']]: (steps: StorySteps, story: StoryOf<Is>) => StorySteps } = {
  begun: (steps, { begun, share }) => {
    steps.begin(begun, share === 0)
    return share === 0 ? steps : steps.answer('half answered', begun - 1, {}, (standardId) => standardId.charCodeAt(0) % 10 < share * 10)
  },
  waiting: (steps, { sent, seen }) => (seen ? steps.sent(sent).seen(seen, sent - 2) : steps.sent(sent)),
  withdrawn: (steps, { sent }) => steps.sent(sent).withdrawn(sent - 3),
  'asked-for-changes': (steps, { sent, asked }) => steps.sentBack(sent, asked),
  'second-round': (steps, { sent, asked }) => steps.sentAgain(sent, sent - 20, asked),
  recommended: (steps, { sent, failing = {}, slips }) => steps.sent(sent, slips).take(sent - 1).judge('judged', sent - 9, failing),
  'partly-decided': (steps, { sent }) => steps.sent(sent).take(sent - 1).judge('judged', sent - 8, {}).decide(sent - 12, 'renewed', {}, isLeftUndecided),
  listed: listedSteps,
  refused: listedSteps,
}

/** Everything that happens to one release, in order. */
export function storySteps(told: Told): Step[] {
  const tell = tellings[told.story.is] as (steps: StorySteps, story: Story) => StorySteps
  return tell(new StorySteps(told), told.story).steps
}

/** How many days ago a story begins. */
export function begunDaysAgo(story: Story): number {
  return story.is === 'begun' ? story.begun : story.sent + BEGUN_DAYS
}
