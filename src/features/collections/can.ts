import { mayUseSecretsManager, type AdministrationFacts } from '#/domain/rights'
import type { Verdict } from '#/domain/verdict'
import { maySessionWrite } from '#/session/only-reads'

export interface CollectionAdministration extends AdministrationFacts {
  adminsHaveAllCollections: boolean
  limitsCollectionCreation: boolean
  limitsCollectionDeletion: boolean
}

interface Held {
  own: string | null
  isUnmanaged: boolean
}

const isAdmin = ({ role }: CollectionAdministration) => role === 'owner' || role === 'admin'

function isOpen(organization: CollectionAdministration): Verdict {
  const mayWrite = maySessionWrite()
  if (mayWrite !== true) return mayWrite
  return organization.confirmed && organization.enabled ? true : mayUseSecretsManager(organization)
}

/** Owners, admins, custom members with that permission, or anyone where it is not limited (organization-api.md 4). */
export function canCreateCollection(organization: CollectionAdministration): Verdict {
  const open = isOpen(organization)
  if (open !== true) return open
  return (
    isAdmin(organization) ||
    organization.permissions.includes('createNewCollections') ||
    !organization.limitsCollectionCreation || {
      no: 'Only owners and admins make collections here. Ask one of them.',
    }
  )
}

/** Its name and its rights. */
export function canEditCollection(
  organization: CollectionAdministration,
  { own, isUnmanaged }: Held,
): Verdict {
  const open = isOpen(organization)
  if (open !== true) return open
  return (
    organization.permissions.includes('editAnyCollection') ||
    own === 'manage' ||
    (isAdmin(organization) && (organization.adminsHaveAllCollections || isUnmanaged)) || {
      no: isAdmin(organization)
        ? 'Owners and admins reach only what they were given here, and you cannot manage this collection.'
        : 'You need the right to manage this collection.',
    }
  )
}

export function canDeleteCollection(organization: CollectionAdministration, { own }: Held): Verdict {
  const open = isOpen(organization)
  if (open !== true) return open
  if (organization.permissions.includes('deleteAnyCollection')) return true
  if (isAdmin(organization) && organization.adminsHaveAllCollections) return true
  if (own !== 'manage') return { no: 'Only who can manage this collection deletes it.' }
  return (
    isAdmin(organization) ||
    !organization.limitsCollectionDeletion || { no: 'Only owners and admins delete collections here.' }
  )
}

/** The last right to manage stays, unless owners and admins manage everything. */
export function canLoseManager(organization: CollectionAdministration, rights: readonly string[]): Verdict {
  return (
    organization.adminsHaveAllCollections ||
    rights.includes('manage') || {
      no: 'Somebody must be able to manage it: give at least one person or group “Can manage”.',
    }
  )
}

export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
