import type { Verdict } from '#/domain/verdict'

/** Owners alone are told what an organization has, and change it. */
export function canChangeOrganization(organization: { role: string }): Verdict {
  return (
    organization.role === 'owner' || {
      no: 'Only owners see and change this. Ask one of them.',
    }
  )
}
