import { claimIds, notFound } from './handler'
import type { Caller, Context } from './handler'
import type { Db } from './store/db'
import type { AccessPolicyRow, Id, SecretRow } from './store/tables'

// Who may do what, as the server decides it: roles and Secrets Manager access from the token alone,
// policies from the tables. One function per question; handlers decide nothing themselves.

export type CallerKind = 'ADMIN' | 'USER' | 'MACHINE'

export interface Access {
  read: boolean
  write: boolean
}

/** One policy as a request wants it. */
export type PolicyWish = Omit<AccessPolicyRow, 'id' | 'creationDate' | 'revisionDate'>

/** A wanted set against the stored one. */
export interface PolicyChanges {
  created: PolicyWish[]
  updated: AccessPolicyRow[]
  deleted: AccessPolicyRow[]
}

const nothing: Access = { read: false, write: false }
const everything: Access = { read: true, write: true }

const roleClaims = ['orgowner', 'orgadmin', 'orguser', 'orgcustom']

const hasClaim = (caller: Caller, claim: string, organizationId: Id): boolean =>
  claimIds(caller.claims, claim).includes(organizationId)

/** Any confirmed membership, by the token. */
export const isMember = (caller: Caller, organizationId: Id): boolean =>
  caller.kind === 'user' && roleClaims.some((claim) => hasClaim(caller, claim, organizationId))

/** Owner or Admin, by the token. */
export const isAdmin = (caller: Caller, organizationId: Id): boolean =>
  caller.kind === 'user' && ['orgowner', 'orgadmin'].some((claim) => hasClaim(caller, claim, organizationId))

/** Step 0: `CurrentContext.AccessSecretsManager`. Neither flags nor status in the tables count, nor a role. */
const hasSecretsManager = (caller: Caller, organizationId: Id): boolean =>
  caller.kind === 'machine'
    ? caller.organizationId === organizationId
    : isMember(caller, organizationId) && hasClaim(caller, 'accesssecretsmanager', organizationId)

/** `CurrentContext.AccessEventLogs`: Owner, Admin, or Custom with that permission. Secrets Manager is not asked. */
export const canAccessEventLogs = (caller: Caller, organizationId: Id): boolean =>
  isAdmin(caller, organizationId) ||
  (caller.kind === 'user' &&
    hasClaim(caller, 'orgcustom', organizationId) &&
    hasClaim(caller, 'accesseventlogs', organizationId))

/** MANAGE-GROUPS: Owner, Admin, or Custom with that permission. */
export const canManageGroups = (caller: Caller, organizationId: Id): boolean =>
  isAdmin(caller, organizationId) ||
  (caller.kind === 'user' &&
    hasClaim(caller, 'orgcustom', organizationId) &&
    hasClaim(caller, 'managegroups', organizationId))

/** The membership of the calling person, whatever its status: policies match by it. */
export const ownMembership = (db: Db, caller: Caller, organizationId: Id) =>
  db.members.where('userId', caller.userId).find((member) => member.organizationId === organizationId)

/** Steps 1 to 3 for one caller in one organization: the union of all matching policies. */
export class Rights {
  readonly organizationId: Id
  readonly kind: CallerKind
  /** What the policies of the caller give, by target. Empty for an ADMIN, who is never looked up. */
  private readonly granted = new Map<Id, Access>()

  constructor(db: Db, caller: Caller, organizationId: Id) {
    this.organizationId = organizationId
    const isMachine = caller.kind === 'machine'
    this.kind = isMachine ? 'MACHINE' : isAdmin(caller, organizationId) ? 'ADMIN' : 'USER'
    if (this.kind !== 'ADMIN') for (const id of granteesOf(db, caller, organizationId)) this.collect(db, id)
  }

  /** Project: own policies; an ADMIN has all. */
  project(id: Id | null): Access {
    return this.kind === 'ADMIN' ? everything : (id && this.granted.get(id)) || nothing
  }

  /** Secret: its own policies and those of its project. */
  secret(secret: SecretRow): Access {
    if (this.kind === 'ADMIN') return everything
    const direct = this.granted.get(secret.id) ?? nothing
    const inherited = this.project(secret.projectId)
    return { read: direct.read || inherited.read, write: direct.write || inherited.write }
  }

  /** As lists show it: there the server takes a machine's `write` from the project alone. */
  listedSecret(secret: SecretRow): Access {
    const access = this.secret(secret)
    return this.kind === 'MACHINE' ? { ...access, write: this.project(secret.projectId).write } : access
  }

  /** Machine account: never for a machine, not even for itself. */
  machineAccount(id: Id): Access {
    if (this.kind === 'ADMIN') return everything
    return this.kind === 'MACHINE' ? nothing : (this.granted.get(id) ?? nothing)
  }

  private collect(db: Db, granteeId: Id): void {
    for (const row of db.accessPolicies.where('granteeId', granteeId)) {
      const before = this.granted.get(row.targetId) ?? nothing
      this.granted.set(row.targetId, { read: before.read || row.read, write: before.write || row.write })
    }
  }
}

function granteesOf(db: Db, caller: Caller, organizationId: Id): Id[] {
  if (caller.kind === 'machine') return caller.serviceAccountId ? [caller.serviceAccountId] : []
  const member = ownMembership(db, caller, organizationId)
  return member ? [member.id, ...db.groups.where('memberId', member.id).map((group) => group.id)] : []
}

/** The caller of an endpoint that is never anonymous. */
export function callerOf(context: Context): Caller {
  if (!context.caller) throw new Error('This endpoint needs a caller: its policy is missing.')
  return context.caller
}

/** What no rule allows is not there. */
export function allow(verdict: boolean): asserts verdict {
  if (!verdict) throw notFound()
}

/** Step 0, then the rights. */
export function rightsIn(context: Context, organizationId: Id): Rights {
  const caller = callerOf(context)
  allow(hasSecretsManager(caller, organizationId))
  return new Rights(context.db, caller, organizationId)
}

const isPerson = (rights: Rights): boolean => rights.kind !== 'MACHINE'

// Secrets

const isProjectHere = (db: Db, rights: Rights, id: Id): boolean =>
  db.projects.get(id)?.organizationId === rights.organizationId

export const canReadSecret = (rights: Rights, secret: SecretRow): boolean => rights.secret(secret).read

export const canDeleteSecret = (rights: Rights, secret: SecretRow): boolean => rights.secret(secret).write

/** Versions are put back and deleted by whoever may change the secret. */
export const canChangeVersions = (rights: Rights, secret: SecretRow): boolean => rights.secret(secret).write

export function canCreateSecret(db: Db, rights: Rights, projectId: Id | null): boolean {
  if (projectId === null) return rights.kind === 'ADMIN'
  return isProjectHere(db, rights, projectId) && rights.project(projectId).write
}

/**
 * `sent` is a target state: left out or null where there is no project changes nothing,
 * where there is one it takes the secret out, and an empty array always counts as taking out.
 */
export function canUpdateSecret(
  db: Db,
  rights: Rights,
  secret: SecretRow,
  sent: readonly Id[] | null,
): boolean {
  const next = sent?.[0] ?? null
  if (next !== null && !isProjectHere(db, rights, next)) return false
  if (rights.kind === 'ADMIN') return true
  if (!rights.secret(secret).write) return false
  if (next !== null) return next === secret.projectId || rights.project(next).write
  return sent === null && secret.projectId === null
}

export const canReadSecretAccessPolicies = (rights: Rights, secret: SecretRow): boolean =>
  isPerson(rights) && rights.secret(secret).write

/** Only machine accounts that are new need a right of their own; the right on the secret was asked before. */
export const canUpdateSecretAccessPolicies = (db: Db, rights: Rights, changes: PolicyChanges): boolean =>
  isPerson(rights) &&
  areGranteesHere(db, rights, [...changes.created, ...changes.updated]) &&
  changes.created.every(
    (wish) => wish.granteeKind !== 'serviceAccount' || rights.machineAccount(wish.granteeId).write,
  )

/** Trash, import and export. The trash says 401 where this says no. */
export const isTrashKeeper = (rights: Rights): boolean => rights.kind === 'ADMIN'
export const canPort = (rights: Rights): boolean => rights.kind === 'ADMIN'

export const canSync = (rights: Rights): boolean => rights.kind === 'MACHINE'

// Projects

export const canReadProject = (rights: Rights, id: Id): boolean => rights.project(id).read
export const canUpdateProject = (rights: Rights, id: Id): boolean => rights.project(id).write
export const canDeleteProject = (rights: Rights, id: Id): boolean => rights.project(id).write

// Machine accounts

export const canCreateMachineAccount = (rights: Rights): boolean => isPerson(rights)
export const canReadMachineAccount = (rights: Rights, id: Id): boolean => rights.machineAccount(id).read
export const canUpdateMachineAccount = (rights: Rights, id: Id): boolean => rights.machineAccount(id).write
export const canDeleteMachineAccount = (rights: Rights, id: Id): boolean => rights.machineAccount(id).write
export const canChangeAccessTokens = (rights: Rights, id: Id): boolean => rights.machineAccount(id).write

// Access policies

/** Each grantee must belong to the organization; one that does not fails all. */
function areGranteesHere(db: Db, rights: Rights, wishes: readonly PolicyWish[]): boolean {
  const tables = { member: db.members, group: db.groups, serviceAccount: db.serviceAccounts }
  return wishes.every(
    ({ granteeKind, granteeId }) =>
      tables[granteeKind].get(granteeId)?.organizationId === rights.organizationId,
  )
}

/** People and machine accounts of a project, read. */
export const canReadProjectPolicies = (rights: Rights, projectId: Id): boolean =>
  isPerson(rights) && rights.project(projectId).write

export const canReplaceProjectPeople = (
  db: Db,
  rights: Rights,
  id: Id,
  wishes: readonly PolicyWish[],
): boolean => canReadProjectPolicies(rights, id) && areGranteesHere(db, rights, wishes)

/** A right on the machine account is asked only to add it. */
export const canUpdateProjectMachineAccounts = (
  db: Db,
  rights: Rights,
  projectId: Id,
  changes: PolicyChanges,
): boolean =>
  canReadProjectPolicies(rights, projectId) &&
  areGranteesHere(db, rights, [...changes.created, ...changes.updated]) &&
  changes.created.every((wish) => rights.machineAccount(wish.granteeId).write)

/** People of a machine account, and its projects, read. */
export const canReadMachineAccountPolicies = (rights: Rights, id: Id): boolean =>
  rights.machineAccount(id).write

export const canReplaceMachineAccountPeople = (
  db: Db,
  rights: Rights,
  id: Id,
  wishes: readonly PolicyWish[],
): boolean => canReadMachineAccountPolicies(rights, id) && areGranteesHere(db, rights, wishes)

/** `hasPermission` of a granted project, and what each one that is added, changed or removed needs. */
export const canGrantProject = (rights: Rights, machineAccountId: Id, projectId: Id): boolean =>
  rights.machineAccount(machineAccountId).write && rights.project(projectId).write

export const canUpdateGrantedPolicies = (
  db: Db,
  rights: Rights,
  machineAccountId: Id,
  { created, updated, deleted }: PolicyChanges,
): boolean =>
  rights.machineAccount(machineAccountId).write &&
  [...created, ...updated, ...deleted].every(
    ({ targetId }) => isProjectHere(db, rights, targetId) && rights.project(targetId).write,
  )

// Counts

export const canCount = (rights: Rights): boolean => isPerson(rights)

/** People and machine accounts of a project count only for those who may change them. */
export const canCountProjectAccess = (rights: Rights, id: Id): boolean => rights.project(id).write
