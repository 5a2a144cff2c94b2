import type { JobKind } from './job-types'

/** Every kind of job by its name, which the journal keeps: never rename one. Loaded when a job of it is made. */
export const jobKinds = {
  'access.grant': async () => (await import('./kinds/access-grant')).kind,
  'collections.delete': async () => (await import('./kinds/collections-delete')).kind,
  'collections.right': async () => (await import('./kinds/collections-right')).kind,
  'groups.delete': async () => (await import('./kinds/groups-delete')).kind,
  'groups.members': async () => (await import('./kinds/groups-members')).kind,
  'members.confirm': async () => (await import('./kinds/members-confirm')).kind,
  'members.invite': async () => (await import('./kinds/members-invite')).kind,
  'members.reinvite': async () => (await import('./kinds/members-reinvite')).kind,
  'members.remove': async () => (await import('./kinds/members-remove')).kind,
  'members.restore': async () => (await import('./kinds/members-restore')).kind,
  'members.revoke': async () => (await import('./kinds/members-revoke')).kind,
  'members.role': async () => (await import('./kinds/members-role')).kind,
  'members.switch-on': async () => (await import('./kinds/members-switch-on')).kind,
  'secrets.delete': async () => (await import('./kinds/secrets-delete')).kind,
  'secrets.move': async () => (await import('./kinds/secrets-move')).kind,
  'secrets.note': async () => (await import('./kinds/secrets-note')).kind,
  'secrets.note-back': async () => (await import('./kinds/secrets-note-back')).kind,
  'secrets.purge': async () => (await import('./kinds/secrets-purge')).kind,
  'secrets.rename': async () => (await import('./kinds/secrets-rename')).kind,
  'secrets.restore-into': async () => (await import('./kinds/secrets-restore-into')).kind,
  'secrets.restore': async () => (await import('./kinds/secrets-restore')).kind,
  'secrets.transfer': async () => (await import('./kinds/secrets-transfer')).kind,
} satisfies Record<string, () => Promise<JobKind>>

export type JobKindName = keyof typeof jobKinds

/** Undefined for a name of another version of the console. */
export const loadKind = (name: string): Promise<JobKind> | undefined =>
  (jobKinds as Record<string, () => Promise<JobKind>>)[name]?.()
