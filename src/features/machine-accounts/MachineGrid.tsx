import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSettings } from '#/data/settings'
import type { Term } from '#/domain/search'
import type { TimeZoneChoice } from '#/domain/time-words'
import type { Column } from '#/table/columns'
import { Grid, type ListGridProps } from '#/table/Grid'
import { ExpiryCell, NameCell, ProjectsCell, SeenCell, TokensCell, TrackCell } from './MachineCells'
import { MachineRowMenu } from './MachineRowMenu'
import type { MachineRow } from './machine-row'
import type { MachineActs } from './use-machine-acts'

interface Props extends ListGridProps {
  orgId: string
  rows: readonly MachineRow[]
  terms: readonly Term[]
  acts: MachineActs
  now: number
  hasLog: boolean
  isBusy: boolean
}

export function MachineGrid({ grid, orgId, rows, terms, acts, now, hasLog, ...rest }: Props) {
  const { density, singleKeys, timeZone } = useSettings()
  const hrefOf = useMachineHref(orgId)
  const parts = useMemo(
    () => machineParts({ rows, terms, acts, hrefOf, now, timeZone, hasLog }),
    [rows, terms, acts, hrefOf, now, timeZone, hasLog],
  )
  return (
    <Grid
      {...rest}
      {...parts}
      ref={grid}
      label="Machine accounts"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
    />
  )
}

interface Drawn {
  rows: readonly MachineRow[]
  terms: readonly Term[]
  acts: MachineActs
  hrefOf: (id: string) => string
  now: number
  timeZone: TimeZoneChoice
  hasLog: boolean
}

/** All that a row draws. */
function machineParts({ rows, terms, acts, hrefOf, ...shared }: Drawn) {
  const cell = (draw: (machine: MachineRow) => React.ReactNode) => (row: number) => {
    const machine = rows[row]
    return machine && draw(machine)
  }
  const name = cell((machine) => (
    <NameCell machine={machine} terms={terms} href={hrefOf(machine.id)} onOpen={() => acts.open(machine)} />
  ))
  const expiry = cell((machine) => <ExpiryCell machine={machine} {...shared} />)
  const seen = cell((machine) => <SeenCell machine={machine} {...shared} />)
  const menu = cell((machine) => <MachineRowMenu machine={machine} acts={acts} />)
  const secrets = cell((machine) => machine.secrets.toLocaleString('en-GB'))
  const number = { align: 'end', isSortable: true, firstDirection: 'desc' } as const
  const columns: Column[] = [
    { id: 'name', header: 'Machine account', width: 'rest', minWidth: 180, isSortable: true, cell: name },
    {
      id: 'projects',
      header: 'Projects',
      width: 200,
      leaves: 2,
      cell: cell((machine) => <ProjectsCell machine={machine} />),
    },
    { id: 'secrets', header: 'Secrets', width: 88, ...number, cell: secrets },
    {
      id: 'tokens',
      header: 'Tokens',
      width: 72,
      align: 'end',
      leaves: 3,
      cell: cell((machine) => <TokensCell machine={machine} />),
    },
    { id: 'expiry', header: 'Next expiry', width: 112, align: 'end', isSortable: true, cell: expiry },
    {
      id: 'track',
      header: 'In 90 days',
      isIndented: true,
      width: 200,
      leaves: 1,
      cell: cell((machine) => <TrackCell machine={machine} {...shared} />),
    },
    { id: 'seen', header: 'Last seen', width: 116, ...number, cell: seen },
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  return {
    columns,
    onOpen: (row: number) => {
      const machine = rows[row]
      if (machine) acts.open(machine)
    },
    narrowRow: (row: number) => (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          {name(row)}
          <div className="flex items-center gap-1.5 pl-8 text-meta text-muted">
            <span className="whitespace-nowrap">{secrets(row)} secrets</span>
            <span aria-hidden>·</span>
            {expiry(row)}
            <span aria-hidden>·</span>
            {seen(row)}
          </div>
        </div>
        {menu(row)}
      </div>
    ),
  }
}

function useMachineHref(orgId: string): (id: string) => string {
  const router = useRouter()
  return useMemo(() => {
    const { publicHref } = router.buildLocation({
      to: '/orgs/$orgId/machine-accounts/$machineId',
      params: { orgId, machineId: 'MACHINE' },
    })
    const template = router.history.createHref(publicHref)
    return (id) => template.replace('MACHINE', id)
  }, [router, orgId])
}
