import { mayManageGroups, type AdministrationFacts } from '#/domain/rights'
import type { Verdict } from '#/domain/verdict'
import { maySessionWrite } from '#/session/only-reads'

/** Making, changing and deleting ask for the same right. */
export function canChangeGroups(organization: AdministrationFacts): Verdict {
  const mayWrite = maySessionWrite()
  return mayWrite === true ? mayManageGroups(organization) : mayWrite
}

/** A directory keeps name and members of a group with an external id, and would undo what is changed here. */
export function canChangeMembers(
  organization: AdministrationFacts,
  group: { externalId: string | null },
): Verdict {
  const mayChange = canChangeGroups(organization)
  if (mayChange !== true) return mayChange
  return (
    group.externalId === null || {
      no: 'A directory keeps the name and members of this group, and would undo what is changed here. Change it there.',
    }
  )
}

/** Without access to all collections nobody may let oneself in through a group. */
export function canJoin(
  organization: { role: string; adminsHaveAllCollections: boolean; memberId: string },
  memberId: string,
): Verdict {
  const isBarred =
    memberId === organization.memberId &&
    organization.role !== 'custom' &&
    !organization.adminsHaveAllCollections
  return !isBarred || { no: 'The server lets nobody add themselves to a group here.' }
}

/** Rights on collections of a group: only on those that this account may edit. */
export function canGiveCollection(
  organization: { role: string; permissions: readonly string[]; adminsHaveAllCollections: boolean },
  collection: { own: string | null; groups: readonly unknown[]; isUnmanaged: boolean } | undefined,
): Verdict {
  if (!collection) return { no: 'You cannot see this collection; its right stays as it is.' }
  const { role, permissions } = organization
  const isAdmin = role === 'owner' || role === 'admin'
  if (permissions.includes('editAnyCollection') || permissions.includes('manageGroups')) return true
  if (collection.own === 'manage') return true
  if (isAdmin && (organization.adminsHaveAllCollections || collection.isUnmanaged)) return true
  return { no: 'Only who can manage this collection gives rights on it.' }
}

export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
