import { Ban, Copy, MoreHorizontal, RefreshCw } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { MachineToken } from '#/data/machine-accounts'
import { useSettings } from '#/data/settings'
import { dayOf, type TimeZoneChoice } from '#/domain/time-words'
import type { Column } from '#/table/columns'
import { Grid } from '#/table/Grid'
import type { Sort } from '#/table/GridHeader'
import type { GridSelection } from '#/table/use-selection'
import { copyText } from '#/ui/copy-text'
import { IconButton } from '#/ui/IconButton'
import { Menu } from '#/ui/Menu'
import { ExpiryText } from './ExpiryText'
import { shownToken } from './machine-row'
import { TokenState } from './TokenState'

export interface TokenActs {
  rotate: (token: MachineToken) => void
  revoke: (token: MachineToken) => void
}

interface Props {
  rows: readonly MachineToken[]
  now: number
  acts: TokenActs
  /** Why tokens may not be changed. */
  closed: string | false
  /** One is under way: a second would be one too many to follow. */
  isRotating: boolean
  selection: GridSelection
  sort: Sort
  onSort: (sort: Sort) => void
  cursor: number
  onCursor: (row: number) => void
  whenEmpty: React.ReactNode
}

export function TokenGrid({ rows, now, acts, closed, isRotating, ...rest }: Props) {
  const { density, singleKeys, timeZone } = useSettings()
  const grid = useRef<HTMLDivElement>(null)
  const parts = useMemo(
    () => tokenParts({ rows, now, acts, closed, isRotating, timeZone }),
    [rows, now, acts, closed, isRotating, timeZone],
  )
  return (
    <Grid
      {...rest}
      {...parts}
      ref={grid}
      label="Access tokens"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      rowLabel={(row) => (rows[row] ? shownToken(rows[row]) : '')}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
    />
  )
}

interface Drawn {
  rows: readonly MachineToken[]
  now: number
  acts: TokenActs
  closed: string | false
  isRotating: boolean
  timeZone: TimeZoneChoice
}

function tokenParts({ rows, now, acts, closed, isRotating, timeZone }: Drawn) {
  const cell = (draw: (token: MachineToken) => React.ReactNode) => (row: number) => {
    const token = rows[row]
    return token && draw(token)
  }
  const name = cell((token) => (
    <bdi className={token.name.ok ? 'min-w-0 truncate font-medium' : 'text-danger'}>
      {token.name.ok ? token.name.text : 'Name cannot be decrypted'}
    </bdi>
  ))
  const state = cell((token) => <TokenState expiresAt={token.expiresAt} now={now} />)
  const expires = cell((token) => <ExpiryText expiresAt={token.expiresAt} now={now} timeZone={timeZone} />)
  const menu = cell((token) => (
    <Menu
      trigger={<IconButton size={28} icon={MoreHorizontal} label={`Acts on ${shownToken(token)}`} />}
      items={[
        {
          label: 'Rotate token',
          icon: RefreshCw,
          disabledReason: closed || (isRotating && 'A rotation is under way: finish or stop it first.'),
          onSelect: () => acts.rotate(token),
        },
        { label: 'Copy id', icon: Copy, onSelect: () => copyText(token.id, 'Id copied') },
        {
          label: 'Revoke token',
          icon: Ban,
          isDanger: true,
          lineBefore: true,
          disabledReason: closed,
          onSelect: () => acts.revoke(token),
        },
      ]}
    />
  ))
  const columns: Column[] = [
    { id: 'name', header: 'Token', width: 'rest', minWidth: 160, isSortable: true, cell: name },
    { id: 'state', header: 'State', width: 148, leaves: 3, cell: state },
    { id: 'expires', header: 'Expires', width: 200, isSortable: true, cell: expires },
    {
      id: 'created',
      header: 'Created',
      width: 128,
      isSortable: true,
      firstDirection: 'desc',
      leaves: 2,
      cell: cell((token) => <span className="text-muted">{dayOf(token.created, timeZone)}</span>),
    },
    {
      id: 'id',
      header: 'Id',
      width: 100,
      leaves: 1,
      cell: cell((token) => <span className="font-mono text-meta text-muted">{token.id.slice(0, 8)}</span>),
    },
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  return {
    columns,
    // A token has no page: what can be done with it stands in its menu.
    onOpen: () => undefined,
    narrowRow: (row: number) => (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0">{name(row)}</div>
          <div className="flex items-center gap-1.5 text-meta">{expires(row)}</div>
        </div>
        {state(row)}
        {menu(row)}
      </div>
    ),
  }
}
