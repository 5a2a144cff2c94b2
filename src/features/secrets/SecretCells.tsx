import { Copy, FileWarning, FolderX } from 'lucide-react'
import type { ReactNode } from 'react'
import { matchRanges, type Term } from '#/domain/search'
import { useJobMark } from '#/jobs/use-job-state'
import type { ProjectName } from '#/session/secret-columns'
import { Chip } from '#/ui/Chip'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { MarkedText } from '#/ui/MarkedText'
import { onRowLink } from '#/ui/row-link'
import { Truncate } from '#/ui/Truncate'
import type { SecretFacts } from './use-secret-row'

interface NameProps {
  secret: SecretFacts
  terms: readonly Term[]
  href: string
  onOpen: () => void
}

/** A true link, for a new tab or its address, without the router's weight in every row. */
export function NameCell({ secret, terms, href, onOpen }: NameProps) {
  return (
    <a
      href={href}
      tabIndex={-1}
      onClick={onRowLink(onOpen)}
      className="flex min-w-0 items-center hover:underline"
    >
      {secret.name === null ? (
        <span className="flex items-center gap-1.5 text-danger">
          <Icon of={FileWarning} size={14} />
          Name cannot be decrypted
        </span>
      ) : (
        <MarkedText
          text={secret.name}
          ranges={terms.length > 0 ? matchRanges(secret.name, terms) : []}
          className="font-mono font-medium"
        />
      )}
    </a>
  )
}

interface ChipsProps {
  id: string
  isDraft: boolean
  isUnassigned: boolean
  isDuplicate: boolean
  isShort: boolean
}

export function SecretChips({ id, isDraft, isUnassigned, isDuplicate, isShort }: ChipsProps) {
  return (
    <>
      <JobChip id={id} />
      {isDraft && <Chip tone="accent">Draft</Chip>}
      {isDuplicate && (
        <Chip icon={Copy} tone="warning">
          {isShort ? 'Duplicate' : 'Duplicate name'}
        </Chip>
      )}
      {isUnassigned && (
        <Chip icon={FolderX} tone="warning">
          Unassigned
        </Chip>
      )}
    </>
  )
}

const jobTones = { waiting: 'neutral', running: 'accent', failed: 'danger', unknown: 'warning' } as const

/** What a job in the queue does to this row. */
function JobChip({ id }: { id: string }) {
  const mark = useJobMark(id)
  return mark && <Chip tone={jobTones[mark.state]}>{mark.words}</Chip>
}

export function projectWords(project: ProjectName | null): string {
  return project ? (project.name ?? `Project ${project.id.slice(0, 8)}`) : 'None'
}

export function ProjectCell({ project, children }: { project: ProjectName | null; children?: ReactNode }) {
  return (
    <span className={cx('flex min-w-0 items-center gap-2', !project && 'text-muted')}>
      {children}
      <Truncate>{projectWords(project)}</Truncate>
    </span>
  )
}
