import { agoWords } from '#/domain/time-words'
import type { MachineReads } from '#/session/worker/machine-reads'

/** What the log says of a machine account's reads in the last 30 days; null: its log is not told. */
export function readWords(found: MachineReads | null, now: number): string {
  if (!found) return 'Whether it reads is not known: its log is not for your account to read'
  if (found.count === 0)
    return found.isWhole ? 'Not read in 30 days' : 'Not read lately, as far as the log was read'
  const times = `${found.isWhole ? '' : '≥ '}${found.count} ${found.count === 1 ? 'time' : 'times'} in 30 days`
  return `Read ${found.last === null ? '' : agoWords(now - found.last)}, ${times}`
}
