import type { Db } from '#/mocks/store/db'
import type {
  AccessPolicyRow,
  Id,
  ProjectRow,
  SecretRow,
  ServiceAccountRow,
  Stamp,
} from '#/mocks/store/tables'

/** Machine accounts with a policy on one of the secrets or on a project of theirs, whatever its flags. */
export function machineAccountsReaching(db: Db, secrets: readonly SecretRow[]): Set<Id> {
  const targets = new Set(secrets.flatMap((secret) => [secret.id, secret.projectId ?? secret.id]))
  return machineGrantees([...targets].flatMap((id) => db.accessPolicies.where('targetId', id)))
}

export const machineGrantees = (
  policies: readonly Pick<AccessPolicyRow, 'granteeKind' | 'granteeId'>[],
): Set<Id> =>
  new Set(policies.filter((row) => row.granteeKind === 'serviceAccount').map((row) => row.granteeId))

/** What these machine accounts can read has changed: their `revisionDate` drives `secrets/sync`. */
export function bumpMachineAccounts(db: Db, ids: Iterable<Id>, revisionDate: Stamp = db.stamp()): void {
  for (const id of ids) if (db.serviceAccounts.get(id)) db.serviceAccounts.update(id, { revisionDate })
}

/** Trash and back: both move `revisionDate` and keep policies and project. */
export function setDeleted(db: Db, secrets: readonly SecretRow[], isDeleted: boolean): void {
  if (secrets.length === 0) return
  const date = db.stamp()
  for (const secret of secrets) {
    db.secrets.update(secret.id, { revisionDate: date, deletedDate: isDeleted ? date : null })
  }
  bumpMachineAccounts(db, machineAccountsReaching(db, secrets))
}

export function purgeSecrets(db: Db, secrets: readonly SecretRow[]): void {
  bumpMachineAccounts(db, machineAccountsReaching(db, secrets))
  for (const secret of secrets) {
    for (const policy of db.accessPolicies.where('targetId', secret.id)) db.accessPolicies.delete(policy.id)
    for (const version of db.secretVersions.where('secretId', secret.id)) db.secretVersions.delete(version.id)
    db.secrets.delete(secret.id)
  }
}

/** For good: the secrets stay behind without a project, those in the trash too. */
export function deleteProjects(db: Db, projects: readonly ProjectRow[]): void {
  if (projects.length === 0) return
  const policies = projects.flatMap((project) => db.accessPolicies.where('targetId', project.id))
  const revisionDate = db.stamp()
  bumpMachineAccounts(db, machineGrantees(policies), revisionDate)
  for (const project of projects) {
    for (const secret of db.secrets.where('projectId', project.id)) {
      db.secrets.update(secret.id, { projectId: null, revisionDate })
    }
    db.projects.delete(project.id)
  }
  for (const policy of policies) db.accessPolicies.delete(policy.id)
}

export function deleteMachineAccounts(db: Db, accounts: readonly ServiceAccountRow[]): void {
  for (const account of accounts) {
    forgetGrantee(db, account.id)
    for (const policy of db.accessPolicies.where('targetId', account.id)) db.accessPolicies.delete(policy.id)
    for (const token of db.accessTokens.where('serviceAccountId', account.id))
      db.accessTokens.delete(token.id)
    db.serviceAccounts.delete(account.id)
  }
}

/** A member, group or machine account goes: so do its grants; versions it wrote no longer know their editor. */
export function forgetGrantee(db: Db, granteeId: Id): void {
  for (const policy of db.accessPolicies.where('granteeId', granteeId)) db.accessPolicies.delete(policy.id)
  for (const version of db.secretVersions.where('editorId', granteeId)) {
    db.secretVersions.update(version.id, { editorServiceAccountId: null, editorOrganizationUserId: null })
  }
}
