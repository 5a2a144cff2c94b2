import type { JobKind } from '#/jobs/job-types'
import type { OpenPart } from './job'
import type { Journal } from './journal'

/** What the queue needs of the world; tests give their own. */
export interface QueueWorld {
  userId: string
  journal: Journal
  loadKind(name: string): Promise<JobKind> | undefined
  seal(jobId: string, open: OpenPart): Promise<Uint8Array>
  unseal(jobId: string, sealed: Uint8Array): Promise<OpenPart>
  /** Waits for the one turn that all tabs share; the function gives it back. */
  turn(signal: AbortSignal): Promise<() => void>
  /** Claims a job for this page; null where another tab has it. */
  claim(jobId: string): Promise<(() => void) | null>
  now(): number
  sleep(ms: number, signal: AbortSignal): Promise<void>
  newId(): string
  /** Something is to be drawn. */
  changed(): void
  /** A job rests: lists that show what it changed are to be read anew. */
  rested(organizationId: string, touches: readonly string[]): void
}
