import { useRouter } from '@tanstack/react-router'
import { FileWarning } from 'lucide-react'
import { useMemo } from 'react'
import { useSettings } from '#/data/settings'
import { matchRanges, type Term } from '#/domain/search'
import { absoluteTime, spanWords, type TimeZoneChoice } from '#/domain/time-words'
import type { Column } from '#/table/columns'
import { Grid, type ListGridProps } from '#/table/Grid'
import { AccessMark } from '#/ui/AccessMark'
import { Age } from '#/ui/Age'
import { Icon } from '#/ui/Icon'
import { MarkedText } from '#/ui/MarkedText'
import { onRowLink } from '#/ui/row-link'
import { useNow } from '#/ui/use-now'
import { ProjectRowMenu } from './ProjectRowMenu'
import { ReachCell } from './ReachCell'
import type { ProjectActs } from './use-project-acts'
import type { ProjectFacts } from './use-projects'

interface Props extends ListGridProps {
  orgId: string
  rows: readonly ProjectFacts[]
  terms: readonly Term[]
  acts: ProjectActs
  isBusy: boolean
}

export function ProjectGrid({ grid, orgId, rows, terms, acts, ...rest }: Props) {
  const { density, singleKeys, timeZone } = useSettings()
  const now = useNow()
  const hrefOf = useProjectHref(orgId)
  const parts = useMemo(
    () => projectParts({ orgId, rows, terms, acts, hrefOf, now, timeZone }),
    [orgId, rows, terms, acts, hrefOf, now, timeZone],
  )
  return (
    <Grid
      {...rest}
      {...parts}
      ref={grid}
      label="Projects"
      rowCount={rows.length}
      rowKey={(row) => rows[row]?.id ?? ''}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
    />
  )
}

interface Drawn {
  orgId: string
  rows: readonly ProjectFacts[]
  terms: readonly Term[]
  acts: ProjectActs
  hrefOf: (id: string) => string
  now: number
  timeZone: TimeZoneChoice
}

/** All that a row draws. */
function projectParts({ orgId, rows, terms, acts, hrefOf, now, timeZone }: Drawn) {
  const name = (row: number) => <Name project={rows[row]} terms={terms} hrefOf={hrefOf} acts={acts} />
  const age = (row: number) => {
    const at = rows[row]?.changed ?? 0
    return <Age at={at} words={spanWords(now - at)} whole={() => absoluteTime(at, timeZone)} />
  }
  const menu = (row: number) => {
    const project = rows[row]
    return project && <ProjectRowMenu project={project} acts={acts} />
  }
  const access = (row: number, isShort: boolean) => (
    <AccessMark canWrite={rows[row]?.canWrite ?? false} isShort={isShort} />
  )
  const id = (row: number) => (
    <span className="font-mono text-meta text-muted">{rows[row]?.id.slice(0, 8)}</span>
  )
  const secrets = (row: number) => <SecretCount count={rows[row]?.secrets ?? null} />
  const people = (row: number) => <ReachCell orgId={orgId} project={rows[row]} of="people" />
  const machines = (row: number) => <ReachCell orgId={orgId} project={rows[row]} of="machines" />
  const number = { align: 'end', isSortable: true, firstDirection: 'desc' } as const
  const columns: Column[] = [
    { id: 'name', header: 'Name', width: 'rest', isSortable: true, cell: name },
    { id: 'id', header: 'Id', width: 100, leaves: 1, cell: id },
    {
      id: 'access',
      header: 'My access',
      width: 168,
      isSortable: true,
      leaves: 4,
      cell: (row) => access(row, false),
    },
    { id: 'secrets', header: 'Secrets', width: 96, ...number, cell: secrets },
    { id: 'people', header: 'People', width: 80, align: 'end', leaves: 2, cell: people },
    { id: 'machines', header: 'Machines', width: 96, align: 'end', leaves: 3, cell: machines },
    { id: 'changed', header: 'Last change', width: 104, ...number, cell: age },
    { id: 'acts', header: 'Acts', hideHeader: true, width: 40, isActs: true, cell: menu },
  ]
  return {
    columns,
    onOpen: (row: number) => {
      const project = rows[row]
      if (project) acts.open(project)
    },
    narrowRow: (row: number) => (
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          {name(row)}
          <div className="flex items-center gap-1.5 text-meta text-muted">
            {access(row, true)}
            <SecretCount count={rows[row]?.secrets ?? null} hasWord />
            <span aria-hidden>·</span>
            {age(row)}
          </div>
        </div>
        {menu(row)}
      </div>
    ),
  }
}

interface NameProps {
  project: ProjectFacts | undefined
  terms: readonly Term[]
  hrefOf: (id: string) => string
  acts: ProjectActs
}

function Name({ project, terms, hrefOf, acts }: NameProps) {
  if (!project) return null
  return (
    <a
      href={hrefOf(project.id)}
      tabIndex={-1}
      onClick={onRowLink(() => acts.open(project))}
      className="flex min-w-0 items-center hover:underline"
    >
      {project.name === null ? (
        <span className="flex items-center gap-1.5 text-danger">
          <Icon of={FileWarning} size={14} />
          Name cannot be decrypted
        </span>
      ) : (
        <MarkedText text={project.name} ranges={matchRanges(project.name, terms)} className="font-medium" />
      )}
    </a>
  )
}

function SecretCount({ count, hasWord = false }: { count: number | null; hasWord?: boolean }) {
  if (count === null) return <span title="The list of secrets is not loaded">?</span>
  return (
    <span className="whitespace-nowrap">
      {count.toLocaleString('en-GB')}
      {hasWord && (count === 1 ? ' secret' : ' secrets')}
    </span>
  )
}

function useProjectHref(orgId: string): (id: string) => string {
  const router = useRouter()
  return useMemo(() => {
    const { publicHref } = router.buildLocation({
      to: '/orgs/$orgId/projects/$projectId',
      params: { orgId, projectId: 'PROJECT' },
    })
    const template = router.history.createHref(publicHref)
    return (id) => template.replace('PROJECT', id)
  }, [router, orgId])
}
