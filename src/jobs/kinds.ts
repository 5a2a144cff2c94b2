import type { JobKind } from './job-types'

/** Every kind of job by its name, which the journal keeps: never rename one. Loaded when a job of it is made. */
export const jobKinds = {
  'secrets.delete': async () => (await import('./kinds/secrets-delete')).kind,
  'secrets.restore': async () => (await import('./kinds/secrets-restore')).kind,
  'secrets.transfer': async () => (await import('./kinds/secrets-transfer')).kind,
} satisfies Record<string, () => Promise<JobKind>>

export type JobKindName = keyof typeof jobKinds

/** Undefined for a name of another version of the console. */
export const loadKind = (name: string): Promise<JobKind> | undefined =>
  (jobKinds as Record<string, () => Promise<JobKind>>)[name]?.()
