import type { Verdict } from '#/domain/verdict'

/** Renaming, deleting, its tokens, people and projects ask for the same right. `null`: not known yet, or not told. */
export function canChangeMachine(machine: { canWrite: boolean | null }): Verdict {
  if (machine.canWrite === null)
    return { no: 'Whether you may change this machine account is not known: the server has not told it.' }
  return (
    machine.canWrite || {
      no: 'You can read this machine account, not change it. Owners and admins can let you use it.',
    }
  )
}

/** The reason for a control that stays visible, or false. */
export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
