import type { OrganizationView } from '#/session/protocol'
import { mayLeaveWithoutProject } from '#/domain/rights'
import { maySessionWrite } from '#/session/only-reads'
import type { Verdict } from '#/domain/verdict'

const NO_WRITE =
  'You can read this secret, not change it. Owners and admins can give you write access on its project.'

/** Changing and deleting ask for the same right. */
export function canChangeSecret(secret: { canWrite: boolean }): Verdict {
  const mayWrite = maySessionWrite()
  return mayWrite === true ? secret.canWrite || { no: NO_WRITE } : mayWrite
}

/** Into one project, or (without one) into any that can be written. */
export function canCreateSecret(
  organization: OrganizationView,
  projects: readonly { id: string; canWrite: boolean }[],
  projectId: string | null,
): Verdict {
  const mayWrite = maySessionWrite()
  if (mayWrite !== true) return mayWrite
  if (projectId !== null) {
    return (
      projects.some((p) => p.id === projectId && p.canWrite) || {
        no: 'You can read this project, not add to it. Owners and admins can give you write access on it.',
      }
    )
  }
  if (mayLeaveWithoutProject(organization) === true || projects.some((p) => p.canWrite)) return true
  return {
    no: 'You can write to no project, and only owners and admins may keep a secret without one. Ask one of them for write access.',
  }
}

/** The reason for a control that stays visible, or false. */
export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
