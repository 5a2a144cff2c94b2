import { accessCalls } from './calls-access'
import { auditCalls } from './calls-audit'
import { compareCalls } from './calls-compare'
import { draftCalls } from './calls-drafts'
import { eventCalls } from './calls-events'
import { exportCalls } from './calls-export'
import { groupCalls } from './calls-groups'
import { jobCalls } from './calls-jobs'
import { keyCalls } from './calls-key'
import { machineCalls } from './calls-machines'
import { nameCalls } from './calls-names'
import { memberCalls } from './calls-members'
import { organizationCalls } from './calls-organization'
import { projectCalls } from './calls-projects'
import { secretCalls } from './calls-secrets'
import { sessionCalls } from './calls-session'
import { trashCalls } from './calls-trash'
import { valueCalls } from './calls-values'
import { viewCalls } from './calls-views'

/**
 * Everything that pages may ask of the worker. The keys of this object are the channel: arguments and results
 * are plain data, plaintext only where a page shows it, ciphertext and keys never.
 */
export const calls = {
  ...accessCalls,
  ...auditCalls,
  ...compareCalls,
  ...draftCalls,
  ...eventCalls,
  ...exportCalls,
  ...groupCalls,
  ...jobCalls,
  ...keyCalls,
  ...machineCalls,
  ...nameCalls,
  ...memberCalls,
  ...organizationCalls,
  ...projectCalls,
  ...secretCalls,
  ...sessionCalls,
  ...trashCalls,
  ...valueCalls,
  ...viewCalls,
}

export type Calls = typeof calls
