import { createContext, useContext } from 'react'
import type { OrganizationView } from '#/session/protocol'
import type { MemberRow } from './member-row'
import type { MemberActs } from './use-member-acts'
import type { MemberList } from './use-members'

export interface MemberPageContext {
  organization: OrganizationView
  member: MemberRow
  list: MemberList
  acts: MemberActs
  /** The server's clock. */
  now: number
}

export const MemberContext = createContext<MemberPageContext | null>(null)

/** For the tabs of one member: its page has loaded what they are about. */
export function useMemberPage(): MemberPageContext {
  const context = useContext(MemberContext)
  if (!context) throw new Error('A tab of a member outside of its page.')
  return context
}
