import type { Verdict } from './verdict'

/** What rights are judged by: the facts of one membership, from the profile. */
export interface MembershipFacts {
  role: 'owner' | 'admin' | 'user' | 'custom' | 'machine' | 'audit'
  enabled: boolean
  confirmed: boolean
  useSecretsManager: boolean
  accessSecretsManager: boolean
}

/**
 * Whether the console can be used for an organization (identity-and-crypto.md §6.1): owners and admins get nothing
 * by their role alone, the member's own switch has to be on.
 */
export function mayUseSecretsManager(member: MembershipFacts): Verdict {
  if (member.role === 'audit')
    return {
      no: 'The API key of an organization opens no secret and no page of a person. Sign in as yourself to use it.',
    }
  if (!member.confirmed)
    return {
      no: 'You are not confirmed in this organization yet. An owner or admin has to confirm you first.',
    }
  if (!member.enabled)
    return { no: 'This organization is switched off. Its owner can switch it on with a valid licence.' }
  if (!member.useSecretsManager)
    return { no: 'This organization does not have Secrets Manager. An owner can add it to the plan.' }
  if (!member.accessSecretsManager) {
    return {
      no: 'Secrets Manager is not switched on for you. An owner or admin can switch it on, on your row of the members page.',
    }
  }
  return true
}

const isAdmin = (member: MembershipFacts) => member.role === 'owner' || member.role === 'admin'

/** Only owners and admins may keep a secret outside of every project (truth table, "create secret, no project"). */
export function mayLeaveWithoutProject(member: MembershipFacts): Verdict {
  return isAdmin(member) || { no: 'Only owners and admins may keep a secret without a project.' }
}

/** Only owners and admins see the trash, restore from it and empty it; everybody else gets a 401 with a body. */
export function mayUseTrash(member: MembershipFacts): Verdict {
  return (
    isAdmin(member) || {
      no: 'Only owners and admins can look into the trash and restore from it. Ask one of them.',
    }
  )
}

/** Owners, admins and custom roles with that right. Everybody else gets 404 (event-log.md §1). No Secrets Manager is needed. */
export function mayReadEvents(
  member: Pick<MembershipFacts, 'confirmed'> & { hasEventRight: boolean },
): Verdict {
  if (!member.confirmed)
    return {
      no: 'You are not confirmed in this organization yet. An owner or admin has to confirm you first.',
    }
  return (
    member.hasEventRight || {
      no: 'Owners, admins, and members whose custom role has “access event logs” can read the log. An owner or admin can give you that.',
    }
  )
}

/**
 * Owners, admins, and custom members who manage people (organization-api.md 2.2): Secrets Manager is not asked. Which
 * switches a custom member has is not told here; the server refuses with 404.
 */
export function mayListMembers(member: MembershipFacts): Verdict {
  if (!member.confirmed || !member.enabled) return mayUseSecretsManager(member)
  return (
    member.role !== 'user' || {
      no: 'Only owners, admins and those who manage users see the members. Ask one of them.',
    }
  )
}

/** What the pages of groups, collections and policies are judged by besides. */
export interface AdministrationFacts extends MembershipFacts {
  useGroups: boolean
  usePolicies: boolean
  permissions: readonly string[]
}

/** What needs no Secrets Manager: a confirmed membership of an organization that is switched on. */
export const mayOpen = (member: MembershipFacts): Verdict =>
  member.confirmed && member.enabled ? true : mayUseSecretsManager(member)

/** Owners, admins, and custom members with one of the permissions: the server's role requirements (organization-api.md 1.1). */
function mayAdminister(member: AdministrationFacts, permissions: readonly string[], no: string): Verdict {
  const isOpen = mayOpen(member)
  if (isOpen !== true) return isOpen
  return isAdmin(member) || permissions.some((name) => member.permissions.includes(name)) || { no }
}

export function mayListGroups(member: AdministrationFacts): Verdict {
  return mayAdminister(
    member,
    ['manageGroups', 'manageUsers'],
    'Only owners, admins and those who manage groups or users see the groups. Ask one of them.',
  )
}

export function mayManageGroups(member: AdministrationFacts): Verdict {
  if (!member.useGroups) return { no: 'The plan of this organization has no groups.' }
  return mayAdminister(
    member,
    ['manageGroups'],
    'Only owners, admins and those who manage groups change them.',
  )
}

export function mayManagePolicies(member: AdministrationFacts): Verdict {
  if (!member.usePolicies) return { no: 'The plan of this organization has no policies.' }
  return mayAdminister(
    member,
    ['managePolicies'],
    'Only owners, admins and those who manage policies see and change them. Ask one of them.',
  )
}
