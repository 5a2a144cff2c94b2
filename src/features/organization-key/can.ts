import type { Verdict } from '#/domain/verdict'
import type { OrganizationView } from '#/session/protocol'

/** Viewing, testing and rotating ask for the same right; the server answers "not found" to everybody else. */
export function canUseKey(organization: Pick<OrganizationView, 'role' | 'useApi'>): Verdict {
  if (organization.role !== 'owner')
    return { no: 'Only owners can see, test and rotate the organization API key. Admins cannot.' }
  if (!organization.useApi)
    return { no: 'The plan of this organization has no Public API, so the server takes no API key of it.' }
  return true
}
