import type { Cost, JobKind } from './job-types'

export interface JobCost extends Cost {
  /** As long as it takes at the pace of this client. */
  seconds: number
  /** The same where the server allows 200 reads and 60 writes a minute, as cloud hosts do. */
  cloudSeconds: number
}

const READS_A_MINUTE = 200
const WRITES_A_MINUTE = 60
/** `api/pace.ts` begins four writes a second; a read before each costs about as long as it takes to answer. */
const WRITES_A_SECOND = 4

/** What a job of `count` items asks of the server, and how long that takes. */
export function costOf(kind: JobKind, count: number): JobCost {
  const turns = 'lot' in kind ? Math.ceil(count / kind.lot) : count
  const reads = turns * kind.cost.reads
  const writes = turns * kind.cost.writes
  const looks = turns * (kind.cost.looks ?? 0)
  return {
    reads,
    writes,
    events: count * kind.cost.events,
    ...(looks > 0 && { looks }),
    seconds: Math.ceil(writes / WRITES_A_SECOND),
    cloudSeconds: Math.ceil(
      Math.max(overMinutes(reads + looks, READS_A_MINUTE), overMinutes(writes, WRITES_A_MINUTE)),
    ),
  }
}

/** Below the limit of the first minute nothing waits but for our own pace. */
function overMinutes(requests: number, limit: number): number {
  return requests <= limit ? requests / WRITES_A_SECOND : (requests / limit) * 60
}
