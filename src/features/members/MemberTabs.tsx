import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { tabClass, TabNav } from '#/ui/TabNav'
import type { MemberCounts } from './member-order'
import type { MemberListView } from './use-member-view'

const tabs = [
  [undefined, 'all', 'All'],
  ['confirmed', 'confirmed', 'Confirmed'],
  ['accepted', 'accepted', 'To confirm'],
  ['invited', 'invited', 'Invited'],
  ['revoked', 'revoked', 'Revoked'],
] as const

interface Props {
  orgId: string
  view: MemberListView
  counts: MemberCounts | null
}

/** Statuses with their counts: of all members, whatever the filters. */
export const MemberTabs = memo(function MemberTabs({ orgId, view, counts }: Props) {
  return (
    <TabNav label="Status">
      {tabs.map(([status, count, label]) => (
        <Link
          key={label}
          to="/orgs/$orgId/members"
          params={{ orgId }}
          search={{ ...view.search, status }}
          replace
          activeOptions={{ exact: true, includeSearch: true }}
          className={tabClass}
        >
          {label}
          {counts && (
            <span className="font-normal text-muted tabular-nums">
              {counts[count].toLocaleString('en-GB')}
            </span>
          )}
        </Link>
      ))}
    </TabNav>
  )
})
