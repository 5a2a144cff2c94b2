import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import {
  MoreHorizontal,
  Pencil,
  RefreshCw,
  SquareArrowOutUpRight,
  Trash2,
  UserX,
  UsersRound,
} from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { matchRanges, type Term } from '#/domain/search'
import type { Column } from '#/table/columns'
import { Grid, type GridProps, type ListGridProps } from '#/table/Grid'
import { Chip } from '#/ui/Chip'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { MarkedText } from '#/ui/MarkedText'
import { Menu } from '#/ui/Menu'
import { onRowLink } from '#/ui/row-link'
import { grantsWords } from './group-words'
import type { Asked } from './GroupDialogs'
import type { GroupFacts, GroupGrants, GroupsData } from './use-groups'

interface Props extends ListGridProps, Required<Pick<GridProps, 'selection'>> {
  rows: readonly GroupFacts[]
  terms: readonly Term[]
  data: GroupsData
  grants: GroupGrants
  hasSecrets: boolean
  closed: string | false
  onShow: (group: GroupFacts) => void
  onAsk: (asked: Asked) => void
}

export function GroupGrid(props: Props) {
  const { grid, rows, terms, data, grants, hasSecrets, closed, onShow, onAsk, ...rest } = props
  const { density, singleKeys } = useSettings()
  const router = useRouter()
  const { orgId } = useParams({ from: '/open/orgs/$orgId/groups' })
  const search = useSearch({ from: '/open/orgs/$orgId/groups' })
  const href = (group: GroupFacts) =>
    router.history.createHref(
      router.buildLocation({
        to: '/orgs/$orgId/groups',
        params: { orgId },
        search: { ...search, group: group.id },
      }).publicHref,
    )
  const parts = groupParts({ rows, terms, grants, hasSecrets, closed, onShow, onAsk, href })
  const columns = useMemo(
    () => parts.columns,
    // The columns read what stands here alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [rows, terms, grants, hasSecrets, closed],
  )
  return (
    <Grid
      {...rest}
      {...parts}
      columns={columns}
      ref={grid}
      label="Groups"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      rowLabel={(row) => rows[row]?.name ?? ''}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
      isBusy={!data.groups && data.isFetching}
    />
  )
}

interface Drawn extends Pick<
  Props,
  'rows' | 'terms' | 'grants' | 'hasSecrets' | 'closed' | 'onShow' | 'onAsk'
> {
  href: (group: GroupFacts) => string
}

function groupParts({ rows, terms, grants, hasSecrets, closed, onShow, onAsk, href }: Drawn) {
  const on = (draw: (group: GroupFacts) => ReactNode) => (row: number) => {
    const group = rows[row]
    return group ? draw(group) : null
  }
  const name = on((group) => (
    <span className="flex min-w-0 items-center gap-2">
      <span className="inline-flex size-5 shrink-0 items-center justify-center rounded-chip bg-pressed">
        <Icon of={UsersRound} size={12} className="text-muted" />
      </span>
      <a
        href={href(group)}
        tabIndex={-1}
        onClick={onRowLink(() => onShow(group))}
        className="flex min-w-0 font-medium hover:underline"
      >
        <MarkedText text={group.name} ranges={matchRanges(group.name, terms)} />
      </a>
      <GroupChips group={group} />
    </span>
  ))
  const members = on(({ members: ids }) =>
    ids === null ? (
      <NotKnown reason="Only who manages users may know all members" />
    ) : (
      <Count n={ids.length} />
    ),
  )
  const collections = on(({ collections: rights }) => <Count n={rights.length} />)
  const given = on((group) => grantsWords(group.id, grants, hasSecrets))
  const menu = on((group) => (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${group.name}`} />}
      items={[
        { label: 'Open', icon: SquareArrowOutUpRight, keyCap: '↵', onSelect: () => onShow(group) },
        {
          label: 'Rename',
          icon: Pencil,
          disabledReason:
            closed || (group.externalId !== null && 'A directory keeps its name. Change it there.'),
          onSelect: () => onAsk({ act: 'rename', group }),
        },
        {
          label: 'Delete group',
          icon: Trash2,
          isDanger: true,
          lineBefore: true,
          disabledReason: closed,
          onSelect: () => onAsk({ act: 'delete', group }),
        },
      ]}
    />
  ))
  const number = { align: 'end', isSortable: true, firstDirection: 'desc' } as const
  const columns: Column[] = [
    { id: 'name', header: 'Group', width: 'rest', minWidth: 240, isSortable: true, cell: name },
    { id: 'members', header: 'Members', width: 96, ...number, cell: members },
    { id: 'collections', header: 'Collections', width: 104, ...number, leaves: 2, cell: collections },
    {
      id: 'grants',
      header: 'Secrets Manager grants',
      width: 208,
      isIndented: true,
      leaves: 1,
      cell: given,
    },
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  return {
    columns,
    onOpen: (row: number) => {
      const group = rows[row]
      if (group) onShow(group)
    },
    narrowRow: (row: number) => (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          {name(row)}
          <div className="truncate pl-7 text-meta text-muted">{narrowWords(rows[row])}</div>
        </div>
        {menu(row)}
      </div>
    ),
  }
}

/** In a narrow row the second line says the same, and the name needs the room. */
function GroupChips({ group }: { group: GroupFacts }) {
  return (
    <span className="flex shrink-0 gap-2 max-sm:hidden">
      {group.externalId !== null && <Chip icon={RefreshCw}>From the directory</Chip>}
      {group.members?.length === 0 && (
        <Chip icon={UserX} tone="warning">
          No members
        </Chip>
      )}
    </span>
  )
}

function narrowWords(group: GroupFacts | undefined): string {
  if (!group) return ''
  const { members, collections, externalId } = group
  const people =
    members === null ? 'members not known' : members.length === 1 ? '1 member' : `${members.length} members`
  return `${people}, ${collections.length === 1 ? '1 collection' : `${collections.length} collections`}${externalId === null ? '' : ', from the directory'}`
}

function Count({ n }: { n: number }) {
  return n === 0 ? <span className="text-muted">None</span> : <>{n.toLocaleString('en-GB')}</>
}

function NotKnown({ reason }: { reason: string }) {
  return (
    <span title={reason} className="text-muted">
      ?<span className="sr-only"> {reason}</span>
    </span>
  )
}
