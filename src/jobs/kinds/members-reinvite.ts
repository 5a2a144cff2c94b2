import { memberKind } from './members'

/** A new mail to who has not accepted yet. Leaves no event. */
export const kind = memberKind({
  act: 'reinvite',
  title: 'Send the invitation again to',
  doing: 'Inviting again',
  done: 'invited again',
  events: 0,
})
