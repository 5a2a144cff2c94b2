import { useRouter } from '@tanstack/react-router'
import { Copy, Pencil } from 'lucide-react'
import { useMemo, type ReactNode, type RefObject } from 'react'
import { useSettings } from '#/data/settings'
import { absoluteTime, spanWords } from '#/domain/time-words'
import { secretId } from '#/session/secret-columns'
import type { Column } from '#/table/columns'
import { Grid, type RowKey } from '#/table/Grid'
import type { Sort } from '#/table/GridHeader'
import { AccessMark } from '#/ui/AccessMark'
import { Age } from '#/ui/Age'
import { Button } from '#/ui/Button'
import { IconButton } from '#/ui/IconButton'
import { useNow } from '#/ui/use-now'
import { canChangeSecret, closedReason } from './can'
import { NameCell, ProjectCell, projectWords, SecretChips } from './SecretCells'
import { secretAt } from './secret-row'
import { SecretRowMenu } from './SecretRowMenu'
import type { SecretActs } from './use-secret-acts'
import type { SecretListView } from './use-secret-list'
import type { SecretFacts } from './use-secret-row'

interface Props {
  orgId: string
  view: SecretListView
  acts: SecretActs
  rowKeys: readonly RowKey[]
  sort: Sort
  onSort: (sort: Sort) => void
  cursor: number
  onCursor: (row: number) => void
  /** Inside a project its name is no news. */
  hasProject: boolean
  whenEmpty: ReactNode
  initialScroll: number
  onScroll: (top: number) => void
  ref: RefObject<HTMLDivElement | null>
}

const noRow = ''

/** The grid of secrets: cells and acts. What is shown and in which order is the caller's. */
export function SecretGrid(props: Props) {
  const { orgId, view, acts, hasProject } = props
  const { density, singleKeys } = useSettings()
  const parts = useRowParts(orgId, view, acts, hasProject)
  const { columns, rows } = view
  return (
    <Grid
      ref={props.ref}
      label="Secrets"
      columns={parts.columns}
      rowCount={rows.length}
      rowKey={(row) => (columns ? secretId(columns, rows[row] ?? 0) : noRow)}
      sort={props.sort}
      onSort={props.onSort}
      cursor={props.cursor}
      onCursor={props.onCursor}
      onOpen={parts.open}
      rowKeys={props.rowKeys}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
      narrowRow={parts.narrowRow}
      rowActs={parts.acts}
      whenEmpty={props.whenEmpty}
      isBusy={view.isPartial && view.isFetching}
      initialScroll={props.initialScroll}
      onScroll={props.onScroll}
    />
  )
}

/** All that a row draws, made anew only when the rows or their clock change. */
function useRowParts(orgId: string, view: SecretListView, acts: SecretActs, hasProject: boolean) {
  const { columns: data, rows, terms } = view
  const { timeZone } = useSettings()
  const hrefOf = useSecretHref(orgId)
  const now = useNow()
  return useMemo(() => {
    const at = (row: number) => (data ? secretAt(data, rows[row] ?? 0) : emptySecret)
    const marks = (row: number) => ({
      isUnassigned: data?.project[rows[row] ?? 0] === -1,
      isDuplicate: data?.duplicate[rows[row] ?? 0] === 1,
    })
    const open = (row: number) => acts.open(at(row))
    const name = (row: number) => {
      const secret = at(row)
      return (
        <NameCell secret={secret} terms={terms} href={hrefOf(secret.id)} onOpen={() => acts.open(secret)} />
      )
    }
    const age = (row: number) => {
      const { changed } = at(row)
      return <Age at={changed} words={spanWords(now - changed)} whole={absoluteTime(changed, timeZone)} />
    }
    const columns: Column[] = [
      {
        id: 'name',
        header: 'Name',
        width: 'rest',
        minWidth: 320,
        isSortable: true,
        cell: (row, shown) => (
          <>
            {name(row)}
            <SecretChips {...marks(row)} isShort={!isRoomy(shown)} />
          </>
        ),
      },
      {
        id: 'id',
        header: 'ID',
        width: 100,
        leaves: 1,
        cell: (row) => <span className="font-mono text-meta text-muted">{at(row).id.slice(0, 8)}</span>,
      },
      {
        id: 'project',
        header: 'Project',
        width: 160,
        leaves: 3,
        isSortable: true,
        cell: (row, shown) => {
          const secret = at(row)
          return (
            <ProjectCell project={secret.project}>
              {!shown.some((c) => c.id === 'access') && <AccessMark canWrite={secret.canWrite} isShort />}
            </ProjectCell>
          )
        },
      },
      {
        id: 'access',
        header: 'My access',
        width: 168,
        leaves: 2,
        cell: (row) => <AccessMark canWrite={at(row).canWrite} />,
      },
      {
        id: 'changed',
        header: 'Last change',
        width: 104,
        align: 'end',
        isSortable: true,
        firstDirection: 'desc',
        cell: age,
      },
      {
        id: 'acts',
        header: 'Acts',
        hideHeader: true,
        width: 40,
        isActs: true,
        cell: (row) => <SecretRowMenu secret={at(row)} acts={acts} />,
      },
    ]
    return {
      open,
      columns: hasProject ? columns : columns.filter((c) => c.id !== 'project'),
      acts: (row: number, shown: readonly Column[]) => (
        <RowButtons secret={at(row)} acts={acts} isRoomy={isRoomy(shown)} />
      ),
      narrowRow: (row: number) => {
        const secret = at(row)
        return (
          <div className="flex items-center gap-2">
            <div className="min-w-0 flex-1">
              {name(row)}
              <div className="flex items-center gap-1.5 text-meta text-muted">
                <AccessMark canWrite={secret.canWrite} isShort />
                {hasProject && (
                  <>
                    <span className="min-w-0 truncate">{projectWords(secret.project)}</span>
                    <span aria-hidden>·</span>
                  </>
                )}
                <span className="whitespace-nowrap">{age(row)}</span>
                <SecretChips {...marks(row)} isShort />
              </div>
            </div>
            <SecretRowMenu secret={secret} acts={acts} />
          </div>
        )
      },
    }
  }, [data, rows, terms, acts, hrefOf, now, timeZone, hasProject])
}

const emptySecret = { id: '', name: null, project: null, canWrite: false, changed: 0, created: 0 }

/** The first column that goes tells that words have to be saved. */
const isRoomy = (shown: readonly Column[]) => shown.some((c) => c.id === 'id')

interface ButtonsProps {
  secret: SecretFacts
  acts: SecretActs
  isRoomy: boolean
}

function RowButtons({ secret, acts, isRoomy }: ButtonsProps) {
  const copy = { icon: Copy, size: 28, keyCap: 'c', onClick: () => acts.copyValue(secret) } as const
  const edit = {
    icon: Pencil,
    size: 28,
    keyCap: 'e',
    disabledReason: closedReason(canChangeSecret(secret)),
    onClick: () => acts.edit(secret),
  } as const
  if (!isRoomy) {
    return (
      <>
        <IconButton {...copy} variant="outlined" label="Copy value (recorded)" />
        <IconButton {...edit} variant="outlined" label="Edit" />
      </>
    )
  }
  return (
    <>
      <Button {...copy} icon={undefined} title="Recorded as a read">
        Copy value
      </Button>
      <Button {...edit} icon={undefined}>
        Edit
      </Button>
    </>
  )
}

/** Addresses by template: asking the router for each row would cost more than drawing it. */
function useSecretHref(orgId: string): (id: string) => string {
  const router = useRouter()
  return useMemo(() => {
    const { publicHref } = router.buildLocation({
      to: '/orgs/$orgId/secrets/$secretId',
      params: { orgId, secretId: 'SECRET' },
    })
    const template = router.history.createHref(publicHref)
    return (id) => template.replace('SECRET', id)
  }, [router, orgId])
}
