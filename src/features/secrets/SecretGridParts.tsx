import type { Term } from '#/domain/search'
import { absoluteTime, spanWords, type TimeZoneChoice } from '#/domain/time-words'
import type { SecretColumns } from '#/session/secret-columns'
import type { Column } from '#/table/columns'
import { AccessMark } from '#/ui/AccessMark'
import { Age } from '#/ui/Age'
import { secretAt } from './secret-row'
import { NameCell, ProjectCell, projectWords, SecretChips } from './SecretCells'
import { SecretRowMenu } from './SecretRowMenu'
import type { SecretActs } from './use-secret-acts'
import type { SecretFacts } from './use-secret-row'

/** All that the cells of one list are drawn from. */
export interface Drawn {
  data: SecretColumns | null
  /** Rows of `data` in the order shown. */
  rows: Uint32Array
  terms: readonly Term[]
  acts: SecretActs
  hrefOf: (id: string) => string
  now: number
  timeZone: TimeZoneChoice
  /** Inside a project its name is no news. */
  hasProject: boolean
  /** Ids of secrets with an edit that was not saved. */
  drafts: ReadonlySet<string>
}

const nobody: SecretFacts = { id: '', name: null, project: null, canWrite: false, changed: 0, created: 0 }

export const secretIn = ({ data, rows }: Drawn, row: number): SecretFacts =>
  data ? secretAt(data, rows[row] ?? 0) : nobody

/** The first column that goes tells that words have to be saved. */
export const isRoomy = (shown: readonly Column[]) => shown.some((c) => c.id === 'id')

interface CellProps {
  drawn: Drawn
  row: number
}

function Name({ drawn, row }: CellProps) {
  const secret = secretIn(drawn, row)
  const { terms, acts, hrefOf } = drawn
  return <NameCell secret={secret} terms={terms} href={hrefOf(secret.id)} onOpen={() => acts.open(secret)} />
}

function Chips({ drawn, row, isShort }: CellProps & { isShort: boolean }) {
  const { data, rows, drafts } = drawn
  const at = rows[row] ?? 0
  const { id } = secretIn(drawn, row)
  return (
    <SecretChips
      id={id}
      isDraft={drafts.has(id)}
      isUnassigned={data?.project[at] === -1}
      isDuplicate={data?.duplicate[at] === 1}
      isShort={isShort}
    />
  )
}

function LastChange({ drawn, row }: CellProps) {
  const { changed } = secretIn(drawn, row)
  const { now, timeZone } = drawn
  return <Age at={changed} words={spanWords(now - changed)} whole={() => absoluteTime(changed, timeZone)} />
}

/** They leave in the order of the design: id, my access (its icon goes before the project), project. */
export function secretColumns(drawn: Drawn): Column[] {
  const at = (row: number) => secretIn(drawn, row)
  const name: Column = {
    id: 'name',
    header: 'Name',
    width: 'rest',
    minWidth: 280,
    isSortable: true,
    cell: (row, shown) => (
      <>
        <Name drawn={drawn} row={row} />
        <Chips drawn={drawn} row={row} isShort={!isRoomy(shown)} />
      </>
    ),
  }
  const id: Column = {
    id: 'id',
    header: 'Id',
    width: 100,
    leaves: 1,
    cell: (row) => <span className="font-mono text-meta text-muted">{at(row).id.slice(0, 8)}</span>,
  }
  const project: Column = {
    id: 'project',
    header: 'Project',
    width: 160,
    leaves: 3,
    isSortable: true,
    cell: (row, shown) => (
      <ProjectCell project={at(row).project}>
        {!shown.some((c) => c.id === 'access') && <AccessMark canWrite={at(row).canWrite} isShort />}
      </ProjectCell>
    ),
  }
  const access: Column = {
    id: 'access',
    header: 'My access',
    width: 168,
    // Without the project there is no place for its icon.
    ...(drawn.hasProject && { leaves: 2 }),
    cell: (row) => <AccessMark canWrite={at(row).canWrite} />,
  }
  const changed: Column = {
    id: 'changed',
    header: 'Last change',
    width: 104,
    align: 'end',
    isSortable: true,
    firstDirection: 'desc',
    cell: (row) => <LastChange drawn={drawn} row={row} />,
  }
  const acts: Column = {
    id: 'acts',
    header: 'Acts',
    hideHeader: true,
    width: 40,
    isActs: true,
    cell: (row) => <SecretRowMenu secret={at(row)} acts={drawn.acts} />,
  }
  return drawn.hasProject ? [name, id, project, access, changed, acts] : [name, id, access, changed, acts]
}

/** Two lines, below 640 px. */
export function NarrowSecret({ drawn, row }: CellProps) {
  const secret = secretIn(drawn, row)
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <Name drawn={drawn} row={row} />
        <div className="flex items-center gap-1.5 text-meta text-muted">
          <AccessMark canWrite={secret.canWrite} isShort />
          {drawn.hasProject && (
            <>
              <span className="min-w-0 truncate">{projectWords(secret.project)}</span>
              <span aria-hidden>·</span>
            </>
          )}
          <LastChange drawn={drawn} row={row} />
          <Chips drawn={drawn} row={row} isShort />
        </div>
      </div>
      <SecretRowMenu secret={secret} acts={drawn.acts} />
    </div>
  )
}
