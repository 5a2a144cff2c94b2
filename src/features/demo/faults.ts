import type { DemoFault } from '#/data/demo'

export interface FaultLever {
  fault: DemoFault
  label: string
  note: string
}

/** What can be made to go wrong, in the words of whoever meets it. One-time faults go off when they have struck. */
export const FAULTS: readonly FaultLever[] = [
  { fault: { fault: 'slow', ms: 2000 }, label: 'Slow server', note: 'Every answer takes two seconds more' },
  {
    fault: { fault: 'status429', times: 1, retryAfter: 5 },
    label: 'Too many requests',
    note: 'The next request is told to wait five seconds',
  },
  {
    fault: { fault: 'status500' },
    label: 'Saving fails',
    note: 'Every write ends with status 500; nothing is changed',
  },
  {
    fault: { fault: 'reject' },
    label: 'Saving is refused',
    note: 'Every write is refused with a sentence (status 400)',
  },
  {
    fault: { fault: 'empty403' },
    label: 'A right was lost',
    note: 'Every write is forbidden without a word (empty 403)',
  },
  {
    fault: { fault: 'colleagueSaves', times: 1 },
    label: 'A colleague is faster',
    note: 'After the next read of a secret somebody else changes it',
  },
  {
    fault: { fault: 'unauthorized', times: 1 },
    label: 'Token expired',
    note: 'The next request is refused (401); the console renews its token and asks again',
  },
  {
    fault: { fault: 'empty500', times: 1 },
    label: 'Dead token',
    note: 'The next guarded request gets the empty 500 that a dead token gets there',
  },
  { fault: { fault: 'offline' }, label: 'Network away', note: 'No request is answered' },
  { fault: { fault: 'serverDown' }, label: 'Server down', note: 'A proxy answers with its own page (502)' },
  {
    fault: { fault: 'htmlPage' },
    label: 'Captive portal',
    note: 'Every request is answered by the page of a guest network (200)',
  },
  {
    fault: { fault: 'contractBreak', times: 1 },
    label: 'Answer of a wrong form',
    note: 'A text of the next answer is a number',
  },
]
