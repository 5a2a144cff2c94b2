import { memo } from 'react'
import { ListSearch } from '#/table/ListSearch'
import type { ListPage } from '#/table/use-list-page'
import { Select } from '#/ui/Select'
import { Toolbar } from '#/ui/Toolbar'
import type { MemberCondition } from './member-order'
import type { MemberListView } from './use-member-view'
import type { MemberList } from './use-members'

const ANY = 'any'

const conditions: { value: MemberCondition; label: string }[] = [
  { value: 'two-step-off', label: 'Two-step off' },
  { value: 'sso', label: 'Single sign-on' },
  { value: 'not-sso', label: 'No single sign-on' },
  { value: 'claimed', label: 'Claimed account' },
  { value: 'not-claimed', label: 'Not claimed' },
]

interface Props {
  page: ListPage
  view: MemberListView
  list: MemberList
}

export function MemberToolbar({ page, view, list }: Props) {
  return (
    <Toolbar>
      <div className="flex min-w-0 flex-1 max-sm:basis-full">
        <ListSearch page={page} label="Search names and addresses" isClosed={list.rows === null} />
      </div>
      <Filters view={view} groups={list.groups} isClosed={list.rows === null} />
    </Toolbar>
  )
}

const Filters = memo(function Filters({
  view,
  groups,
  isClosed,
}: {
  view: MemberListView
  groups: MemberList['groups']
  /** Nothing is known that could be filtered. */
  isClosed: boolean
}) {
  const { change } = view
  const wanted = <T extends string>(value: T | typeof ANY) => (value === ANY ? undefined : value)
  const shared = {
    hideLabel: true,
    size: 28,
    disabled: isClosed,
    className: 'w-36 shrink-0 max-xl:w-30 max-sm:w-[calc(50%-0.25rem)]',
  } as const
  return (
    <>
      <Select
        {...shared}
        label="Role"
        options={[
          { value: ANY, label: 'Any role' },
          { value: 'owner', label: 'Owners' },
          { value: 'admin', label: 'Admins' },
          { value: 'user', label: 'Users' },
          { value: 'custom', label: 'Custom' },
        ]}
        value={view.role ?? ANY}
        onChange={(role) => change({ role: wanted(role) })}
      />
      <Select
        {...shared}
        label="Group"
        options={[
          { value: ANY, label: 'Any group' },
          { value: 'none', label: 'In no group' },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={view.group ?? ANY}
        onChange={(group) => change({ group: wanted(group) })}
      />
      <Select
        {...shared}
        label="Secrets Manager"
        options={[
          { value: ANY, label: 'Any product' },
          { value: 'on', label: 'Secrets Manager on' },
          { value: 'off', label: 'Secrets Manager off' },
        ]}
        value={view.sm ?? ANY}
        onChange={(sm) => change({ sm: wanted(sm) })}
      />
      <Select
        {...shared}
        label="Sign-in"
        options={[{ value: ANY, label: 'Any sign-in' }, ...conditions]}
        value={view.is ?? ANY}
        onChange={(is) => change({ is: wanted(is) })}
      />
    </>
  )
})
