import { memberKind } from './members'

/** With groups, collections and grants; only a new invitation brings somebody back. */
export const kind = memberKind({
  act: 'remove',
  title: 'Remove',
  doing: 'Removing',
  done: 'removed',
  events: 1,
})
