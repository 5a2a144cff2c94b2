import { agoWords } from '#/domain/time-words'
import type { CallResult } from '#/session/call-types'

type Reads = CallResult<'readsByMachines'>[string]

/** Reads of the project's secrets in the last 30 days, as far as the log was read. */
export function readWords(reads: Reads | undefined, now: number): string {
  if (reads === undefined || reads === null) return 'Not known'
  const { count, last, isWhole } = reads
  if (count === 0 || last === null) return isWhole ? 'None' : 'None among its newest 150 events'
  return `${isWhole ? '' : 'at least '}${count.toLocaleString('en-GB')}, last ${agoWords(now - last)}`
}

/** "All 41, everything it can reach" or "41 of 571". */
export function reachWords(inProject: number | null, reach: number | undefined): string {
  if (inProject === null) return 'Not known'
  const mine = inProject.toLocaleString('en-GB')
  if (reach === undefined) return `${mine} of an unknown number`
  if (reach <= inProject) return `All ${mine}, everything it can reach`
  return `${mine} of ${reach.toLocaleString('en-GB')}`
}

/** It reads here, and has nothing beside this project: it may stop working. */
export const stopsWorking = (
  inProject: number | null,
  reach: number | undefined,
  reads: Reads | undefined,
): boolean => (reads?.count ?? 0) > 0 && inProject !== null && reach !== undefined && reach <= inProject
