import type { Db } from '#/mocks/store/db'
import type { Access } from '#/mocks/rules'
import { toWireDate } from '#/mocks/store/stamp'
import type {
  AccessPolicyRow,
  AccessTokenRow,
  EventRow,
  Id,
  ProjectRow,
  SecretRow,
  SecretVersionRow,
  ServiceAccountRow,
} from '#/mocks/store/tables'

// Rows as answers show them, in the server's order of fields.

export const listAnswer = (data: readonly unknown[], continuationToken: string | null = null) => ({
  data,
  continuationToken,
  object: 'list',
})

export const bulkDeletion = (id: Id, isAllowed: boolean) => ({
  id,
  error: isAllowed ? null : 'access denied',
  object: 'BulkDeleteResponseModel',
})

const dates = (row: { creationDate: string; revisionDate: string }) => ({
  creationDate: toWireDate(row.creationDate),
  revisionDate: toWireDate(row.revisionDate),
})

/** Oldest change first, as the server orders its lists. */
export const byRevision = <Row extends { revisionDate: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.revisionDate < b.revisionDate ? -1 : a.revisionDate > b.revisionDate ? 1 : 0))

export interface ProjectStub {
  id: Id
  /** Null where the server echoes a project that it has not read. */
  name: string | null
}

/** Zero or one: a secret is in one project at most. */
export function projectsOf(db: Db, secret: SecretRow): ProjectStub[] {
  const project = db.projects.get(secret.projectId)
  return project ? [{ id: project.id, name: project.name }] : []
}

const secretFields = (row: SecretRow, projects: readonly ProjectStub[] | null) => ({
  id: row.id,
  organizationId: row.organizationId,
  key: row.key,
  value: row.value,
  note: row.note,
  ...dates(row),
  projects,
})

export const secretAnswer = (row: SecretRow, projects: readonly ProjectStub[] | null, access: Access) => ({
  ...access,
  ...secretFields(row, projects),
  object: 'secret',
})

/** After a write the server claims both rights without looking. */
export const writtenSecret = (row: SecretRow, projects: readonly ProjectStub[] | null) =>
  secretAnswer(row, projects, { read: true, write: true })

export const baseSecret = (db: Db, row: SecretRow) => ({
  ...secretFields(row, projectsOf(db, row)),
  object: 'baseSecret',
})

/** Never with value or note. */
export const listedSecret = (db: Db, row: SecretRow, access: Access) => ({
  id: row.id,
  organizationId: row.organizationId,
  key: row.key,
  ...dates(row),
  projects: projectsOf(db, row),
  ...access,
})

export const versionAnswer = (row: SecretVersionRow) => ({
  id: row.id,
  secretId: row.secretId,
  value: row.value,
  versionDate: toWireDate(row.versionDate),
  editorServiceAccountId: row.editorServiceAccountId,
  editorOrganizationUserId: row.editorOrganizationUserId,
  object: 'secretVersion',
})

export const projectAnswer = (row: ProjectRow, access: Access) => ({
  id: row.id,
  organizationId: row.organizationId,
  name: row.name,
  ...dates(row),
  ...access,
  object: 'project',
})

export const machineAccountAnswer = (row: ServiceAccountRow) => ({
  id: row.id,
  organizationId: row.organizationId,
  name: row.name,
  ...dates(row),
  object: 'serviceAccount',
})

export const accessTokenAnswer = (row: AccessTokenRow) => ({
  id: row.id,
  name: row.name,
  scopes: ['api.secrets'],
  expireAt: row.expireAt === null ? null : toWireDate(row.expireAt),
  ...dates(row),
  object: 'accessToken',
})

export const createdTokenAnswer = (row: AccessTokenRow, clientSecret: string, expireAt: string | null) => ({
  id: row.id,
  name: row.name,
  clientSecret,
  expireAt,
  ...dates(row),
  object: 'accessTokenCreation',
})

export const machinePolicyAnswer = (db: Db, row: AccessPolicyRow) => ({
  serviceAccountId: row.granteeId,
  serviceAccountName: db.serviceAccounts.get(row.granteeId)?.name ?? null,
  read: row.read,
  write: row.write,
  object: 'serviceAccountProjectAccessPolicy',
})

export const grantedPolicyAnswer = (db: Db, row: AccessPolicyRow, hasPermission: boolean) => ({
  accessPolicy: {
    grantedProjectId: row.targetId,
    grantedProjectName: db.projects.get(row.targetId)?.name ?? null,
    read: row.read,
    write: row.write,
    object: 'grantedProjectAccessPolicy',
  },
  hasPermission,
  object: 'grantedProjectAccessPolicyPermissionDetails',
})

const eventRefs = [
  'userId',
  'organizationId',
  'providerId',
  'cipherId',
  'collectionId',
  'groupId',
  'policyId',
  'organizationUserId',
  'providerUserId',
  'providerOrganizationId',
  'actingUserId',
  'installationId',
] as const

const eventTargets = [
  'secretId',
  'projectId',
  'serviceAccountId',
  'grantedServiceAccountId',
  'sendId',
] as const

type EventColumns = Partial<Record<(typeof eventRefs)[number] | (typeof eventTargets)[number], string | null>>

/** All 24 members, null where nothing was written. */
export function eventAnswer(row: EventRow) {
  const columns: EventColumns = row
  const pick = (names: readonly (keyof EventColumns)[]) =>
    Object.fromEntries(names.map((name) => [name, columns[name] ?? null]))
  return {
    type: row.type,
    ...pick(eventRefs),
    date: toWireDate(row.date),
    deviceType: row.deviceType ?? null,
    ipAddress: row.ipAddress ?? null,
    systemUser: row.systemUser ?? null,
    domainName: row.domainName ?? null,
    ...pick(eventTargets),
    object: 'event',
  }
}
