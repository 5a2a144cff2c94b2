import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import {
  ChevronDown,
  ChevronRight,
  FileWarning,
  Folder,
  Library,
  MoreHorizontal,
  Pencil,
  SquareArrowOutUpRight,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import type { CollectionRight } from '#/domain/collection-rights'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import type { Column } from '#/table/columns'
import { Grid, type GridProps, type ListGridProps } from '#/table/Grid'
import { Chip } from '#/ui/Chip'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import { onRowLink } from '#/ui/row-link'
import { counted } from '#/lib/counted'
import { canDeleteCollection, canEditCollection, closedReason } from './can'
import type { CollectionRowShown } from './collection-rows'
import type { Asked } from './CollectionDialogs'
import { countRights, shownName, type CollectionFacts } from './use-collections'

interface Props extends ListGridProps, Required<Pick<GridProps, 'selection'>> {
  organization: OrganizationView
  rows: readonly CollectionRowShown[]
  folded: ReadonlySet<string>
  isBusy: boolean
  onFold: (path: string) => void
  onShow: (collection: CollectionFacts) => void
  onAsk: (asked: Asked) => void
}

const RIGHTS: readonly { right: CollectionRight; header: string }[] = [
  { right: 'view', header: 'View' },
  { right: 'viewHidden', header: 'View*' },
  { right: 'edit', header: 'Edit' },
  { right: 'editHidden', header: 'Edit*' },
  { right: 'manage', header: 'Manage' },
]

export function CollectionGrid(props: Props) {
  const { grid, rows, onShow, onFold, onAsk, folded, organization, ...rest } = props
  const { density, singleKeys } = useSettings()
  const covered = useCoveredReason()
  const href = useHref()
  const on = (draw: (row: CollectionRowShown) => ReactNode) => (at: number) => {
    const row = rows[at]
    return row ? draw(row) : null
  }
  const name = on((row) => (
    <Name {...{ row, onShow, onFold }} isFolded={row.path !== null && folded.has(row.path)} href={href} />
  ))
  const menu = on(
    ({ collection }) => collection && <RowMenu {...{ collection, organization, covered, onShow, onAsk }} />,
  )
  const columns: Column[] = [
    { id: 'name', header: 'Collection', width: 'rest', minWidth: 260, cell: name },
    ...RIGHTS.map(({ right, header }, index): Column => ({
      id: right,
      header,
      width: 64,
      align: 'end',
      leaves: right === 'manage' ? 5 : index + 1,
      cell: (at) => countCell(rows[at], right),
    })),
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  return (
    <Grid
      {...rest}
      columns={columns}
      ref={grid}
      label="Collections"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.key ?? ''}
      rowLabel={(row) => rows[row]?.label ?? ''}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
      onOpen={(at) => {
        const row = rows[at]
        if (row?.collection) onShow(row.collection)
        else if (row?.path) onFold(row.path)
      }}
      narrowRow={(at) => narrowCell(name(at), menu(at), rows[at])}
    />
  )
}

/** Of a step of the tree, and of the fold and icon that stand before a name. */
const INDENT = 20
const BEFORE_NAME = 50

function narrowCell(name: ReactNode, menu: ReactNode, row: CollectionRowShown | undefined) {
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        {name}
        <div
          className="truncate text-meta text-muted"
          style={{ paddingLeft: (row?.depth ?? 0) * INDENT + BEFORE_NAME }}
        >
          {narrowWords(row?.collection)}
        </div>
      </div>
      {menu}
    </div>
  )
}

function countCell(row: CollectionRowShown | undefined, right: CollectionRight): ReactNode {
  return row?.collection ? <Count collection={row.collection} right={right} /> : null
}

function useHref(): (id: string) => string {
  const router = useRouter()
  const { orgId } = useParams({ from: '/open/orgs/$orgId/collections' })
  const search = useSearch({ from: '/open/orgs/$orgId/collections' })
  return (id) =>
    router.history.createHref(
      router.buildLocation({
        to: '/orgs/$orgId/collections',
        params: { orgId },
        search: { ...search, collection: id },
      }).publicHref,
    )
}

interface NameProps extends Pick<Props, 'onShow' | 'onFold'> {
  row: CollectionRowShown
  isFolded: boolean
  href: (id: string) => string
}

function Name({ row, isFolded, href, onShow, onFold }: NameProps) {
  const { collection, path } = row
  return (
    <span className="flex min-w-0 items-center gap-2" style={{ paddingLeft: row.depth * INDENT }}>
      {row.hasChildren && path !== null ? (
        <IconButton
          size={28}
          tabIndex={-1}
          className="-ml-1.5 shrink-0"
          icon={isFolded ? ChevronRight : ChevronDown}
          label={isFolded ? `Unfold ${row.label}` : `Fold ${row.label}`}
          aria-expanded={!isFolded}
          onClick={() => onFold(path)}
        />
      ) : (
        <span className="w-5 shrink-0" />
      )}
      <Icon of={collection ? Library : Folder} size={14} className="text-muted" />
      {collection ? (
        <a
          href={href(collection.id)}
          tabIndex={-1}
          onClick={onRowLink(() => onShow(collection))}
          className={cx('min-w-0 truncate hover:underline', row.isContext ? 'text-muted' : 'font-medium')}
        >
          {collection.name === null ? (
            <span className="flex items-center gap-1.5 text-danger">
              <Icon of={FileWarning} size={14} />
              Name cannot be decrypted
              <span className="font-mono text-meta">{row.label}</span>
            </span>
          ) : (
            <span title={collection.name}>{row.label}</span>
          )}
        </a>
      ) : (
        <span className="min-w-0 truncate text-muted">
          {row.label} <span className="ml-1 text-meta">only a name, no collection</span>
        </span>
      )}
      {collection?.isUnmanaged && (
        // In a narrow row the second line says it, and the name needs the room.
        <span className="shrink-0 max-sm:hidden">
          <Chip icon={TriangleAlert} tone="warning">
            Nobody manages
          </Chip>
        </span>
      )}
    </span>
  )
}

function Count({ collection, right }: { collection: CollectionFacts; right: CollectionRight }) {
  if (collection.holders === null) {
    const reason = 'Who is in the groups of its list is not known to you'
    return (
      <span title={reason} className="text-muted">
        ?<span className="sr-only"> {reason}</span>
      </span>
    )
  }
  const n = countRights(collection.holders)[right]
  return n === 0 ? (
    <span className="text-muted">
      <span aria-hidden>·</span>
      <span className="sr-only">None</span>
    </span>
  ) : (
    <>{n.toLocaleString('en-GB')}</>
  )
}

function narrowWords(collection: CollectionFacts | null | undefined): string {
  if (!collection) return ''
  if (collection.holders === null) return 'Who can open it is not known whole'
  const { manage } = countRights(collection.holders)
  return `${counted(collection.holders.length, 'person', 'people')}, ${manage === 0 ? 'nobody manages' : `${manage} can manage`}`
}

interface MenuProps extends Pick<Props, 'organization' | 'onShow' | 'onAsk'> {
  collection: CollectionFacts
  covered: string | false
}

function RowMenu({ collection, organization, covered, onShow, onAsk }: MenuProps) {
  return (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${shownName(collection)}`} />}
      items={[
        { label: 'Open', icon: SquareArrowOutUpRight, keyCap: '↵', onSelect: () => onShow(collection) },
        {
          label: 'Rename',
          icon: Pencil,
          disabledReason: covered || closedReason(canEditCollection(organization, collection)),
          onSelect: () => onAsk({ act: 'rename', collection }),
        },
        {
          label: 'Delete collection',
          icon: Trash2,
          isDanger: true,
          lineBefore: true,
          disabledReason: covered || closedReason(canDeleteCollection(organization, collection)),
          onSelect: () => onAsk({ act: 'delete', collection }),
        },
      ]}
    />
  )
}
