import { draftCalls } from './calls-drafts'
import { machineCalls } from './calls-machines'
import { organizationCalls } from './calls-organization'
import { projectCalls } from './calls-projects'
import { secretCalls } from './calls-secrets'
import { sessionCalls } from './calls-session'

/**
 * Everything that pages may ask of the worker. The keys of this object are the channel: arguments and results
 * are plain data, plaintext only where a page shows it, ciphertext and keys never.
 */
export const calls = {
  ...draftCalls,
  ...machineCalls,
  ...organizationCalls,
  ...projectCalls,
  ...secretCalls,
  ...sessionCalls,
}

export type Calls = typeof calls
