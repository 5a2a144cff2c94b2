import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { roleWords } from '#/domain/member-roles'
import { useSettings } from '#/data/settings'
import type { Term } from '#/domain/search'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { Column } from '#/table/columns'
import { Grid, type GridProps, type ListGridProps } from '#/table/Grid'
import { GroupsCell, PersonCell, RoleCell, SecretsManagerCell, SinceCell, TwoStepCell } from './MemberCells'
import { MemberRowMenu } from './MemberRowMenu'
import { shownName, type MemberRow } from './member-row'
import type { MemberActs } from './use-member-acts'

interface Props extends ListGridProps, Required<Pick<GridProps, 'selection'>> {
  orgId: string
  rows: readonly MemberRow[]
  terms: readonly Term[]
  acts: MemberActs
  ownId: string | null
  now: number
  isBusy: boolean
}

export function MemberGrid({ grid, orgId, rows, terms, acts, ownId, now, ...rest }: Props) {
  const { density, singleKeys, timeZone } = useSettings()
  const isCompact = density === 'compact'
  const hrefOf = useMemberHref(orgId)
  const parts = useMemo(
    () => memberParts({ rows, terms, acts, ownId, hrefOf, now, timeZone, isCompact }),
    [rows, terms, acts, ownId, hrefOf, now, timeZone, isCompact],
  )
  return (
    <Grid
      {...rest}
      {...parts}
      ref={grid}
      label="Members"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      rowLabel={(row) => shownName(rows[row] ?? { name: null, email: '' })}
      hasSingleKeys={singleKeys}
      isCompact={isCompact}
      hasTwoLines
    />
  )
}

interface Drawn {
  rows: readonly MemberRow[]
  terms: readonly Term[]
  acts: MemberActs
  ownId: string | null
  hrefOf: (id: string) => string
  now: number
  timeZone: TimeZoneChoice
  isCompact: boolean
}

/** All that a row draws. */
function memberParts({ rows, terms, acts, ownId, hrefOf, isCompact, ...shared }: Drawn) {
  const cell = (draw: (member: MemberRow) => React.ReactNode) => (row: number) => {
    const member = rows[row]
    return member && draw(member)
  }
  const person = (compact: boolean) =>
    cell((member) => (
      <PersonCell
        member={member}
        terms={terms}
        isMe={member.id === ownId}
        isCompact={compact}
        href={hrefOf(member.id)}
        onOpen={() => acts.open(member)}
      />
    ))
  const menu = cell((member) => <MemberRowMenu member={member} acts={acts} />)
  const columns: Column[] = [
    {
      id: 'name',
      header: 'Person',
      width: 'rest',
      minWidth: 260,
      isSortable: true,
      cell: person(isCompact),
    },
    { id: 'role', header: 'Role', width: 88, isSortable: true, cell: cell((m) => <RoleCell member={m} />) },
    {
      id: 'groups',
      header: 'Groups',
      width: 184,
      leaves: 3,
      cell: cell((member) => <GroupsCell member={member} />),
    },
    {
      id: 'sm',
      header: 'Secrets Manager',
      width: 128,
      leaves: 4,
      cell: cell((member) => <SecretsManagerCell member={member} />),
    },
    {
      id: 'two-step',
      header: 'Two-step',
      width: 88,
      leaves: 2,
      cell: cell((member) => <TwoStepCell member={member} />),
    },
    {
      id: 'since',
      header: 'Added',
      width: 96,
      align: 'end',
      isSortable: true,
      firstDirection: 'desc',
      leaves: 1,
      cell: cell((member) => <SinceCell member={member} {...shared} />),
    },
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  const name = person(false)
  return {
    columns,
    onOpen: (row: number) => {
      const member = rows[row]
      if (member) acts.open(member)
    },
    narrowRow: (row: number) => (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">{name(row)}</div>
        <span className="text-meta text-muted">{roleWords[rows[row]?.role ?? 'user'].label}</span>
        {menu(row)}
      </div>
    ),
  }
}

function useMemberHref(orgId: string): (id: string) => string {
  const router = useRouter()
  return useMemo(() => {
    const { publicHref } = router.buildLocation({
      to: '/orgs/$orgId/members/$memberId',
      params: { orgId, memberId: 'MEMBER' },
    })
    const template = router.history.createHref(publicHref)
    return (id) => template.replace('MEMBER', id)
  }, [router, orgId])
}
