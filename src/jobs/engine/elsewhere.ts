import { itemStates } from '#/jobs/job-types'
import type { ItemState, JobView } from '#/jobs/job-types'
import type { JobKindName } from '#/jobs/kinds'
import type { KeptJob } from './journal'

/** A job that another tab has: what the journal said when it was looked at, and no more. */
export function elsewhereView({ record, states }: KeptJob): JobView {
  const counts = Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<ItemState, number>
  for (const code of states) counts[itemStates[code] ?? 'waiting'] += 1
  return {
    id: record.id,
    kind: record.kind as JobKindName,
    organizationId: record.organizationId,
    title: `A job of ${record.ids.length.toLocaleString('en-GB')} in another tab`,
    doing: 'Running',
    done: 'done',
    phase: 'elsewhere',
    why: null,
    isCancelled: false,
    counts: { ...counts, total: record.ids.length },
    problems: [],
    noticed: 0,
    startedAt: record.startedAt,
    endedAt: null,
    startsAt: null,
    slowed: null,
    rate: null,
    secondsLeft: null,
    canUndo: 0,
    canRetry: 0,
    isKept: true,
    stateOf: () => undefined,
  }
}
