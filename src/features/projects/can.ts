import { maySessionWrite } from '#/session/only-reads'
import type { Verdict } from '#/domain/verdict'

/** Renaming, deleting and adding secrets ask for the same right. */
export function canChangeProject(project: { canWrite: boolean }): Verdict {
  const mayWrite = maySessionWrite()
  if (mayWrite !== true) return mayWrite
  return (
    project.canWrite || {
      no: 'You can read this project, not change it. Owners and admins can give you write access on it.',
    }
  )
}

/** The reason for a control that stays visible, or false. */
export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
