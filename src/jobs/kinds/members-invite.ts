import { ApiError } from '#/api/error'
import { NO_SECRETS_MANAGER_SEAT } from '#/domain/member-refusals'
import type { JobKind, LotOutcome, RunItem, RunningJob } from '#/jobs/job-types'
import type { MemberAccess } from '#/session/member-types'
import { session } from '#/session/session'
import { TOUCHED_BY_MEMBERS } from './members'

const addressOf = ({ content }: RunItem): string => (typeof content === 'string' ? content : '')

const invite = ({ organizationId, content }: RunningJob, items: readonly RunItem[]) =>
  session.call('inviteMembers', {
    organizationId,
    emails: items.map((item) => addressOf(item)),
    access: content as MemberAccess,
  })

/** A refusal names one address and invites none: each is asked for alone then. */
async function oneByOne(job: RunningJob, items: readonly RunItem[]): Promise<LotOutcome[]> {
  const outcomes: LotOutcome[] = []
  for (const item of items) {
    try {
      await invite(job, [item])
      outcomes.push({ kind: 'done' })
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 400) throw error
      outcomes.push({ kind: 'failed', reason: error.message })
    }
  }
  return outcomes
}

/** An address that was sent without an answer may be in by now, and some servers would make a second row of it. */
async function arrivedOf(job: RunningJob, items: readonly RunItem[]): Promise<Set<string>> {
  if (!items.some(({ again }) => again)) return new Set()
  const members = await session.call('listMembers', { organizationId: job.organizationId })
  const known = new Set(members.map(({ email }) => email.toLowerCase()))
  return new Set(items.filter((item) => known.has(addressOf(item).toLowerCase())).map(({ id }) => id))
}

/** The address is the content of its item, as ids are kept unsealed; role and groups are that of the job. */
export const kind: JobKind = {
  title: (count) => `Invite ${count.toLocaleString('en-GB')} ${count === 1 ? 'person' : 'people'}`,
  doing: 'Inviting',
  done: 'invited',
  touches: TOUCHED_BY_MEMBERS,
  cost: { reads: 0, writes: 1, events: 1 },
  lot: 20,
  async runLot(items, job) {
    const arrived = await arrivedOf(job, items)
    const open = items.filter(({ id }) => !arrived.has(id))
    let sent: LotOutcome[] = open.map(() => ({ kind: 'done' }))
    try {
      if (open.length > 0) await invite(job, open)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      // Not one of them is missing, but a seat: halving the lot would ask hundreds of times.
      if (error.status === 404) throw new Error(NO_SECRETS_MANAGER_SEAT, { cause: error })
      if (error.status !== 400 || open.length < 2) throw error
      sent = await oneByOne(job, open)
    }
    const byId = new Map(open.map(({ id }, i) => [id, sent[i]]))
    return items.map(({ id }) => byId.get(id) ?? { kind: 'done' })
  },
}
