import { useQuery } from '@tanstack/react-query'
import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { projectListQuery } from '#/data/projects'
import { costOf } from '#/jobs/cost'
import { costWords, timeWords } from '#/jobs/cost-words'
import { startJob } from '#/jobs/jobs'
import type { JobKind, JobRequest } from '#/jobs/job-types'
import { kind as purgeKind } from '#/jobs/kinds/secrets-purge'
import { kind as restoreKind } from '#/jobs/kinds/secrets-restore'
import { kind as restoreIntoKind } from '#/jobs/kinds/secrets-restore-into'
import type { OrganizationView } from '#/session/protocol'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Select } from '#/ui/Select'
import type { Trashed } from './use-trash'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'

interface Props {
  organization: OrganizationView
  rows: readonly Trashed[]
  onClose: () => void
  onStarted: () => void
}

export const secretsWord = (n: number) => `${n.toLocaleString('en-GB')} ${n === 1 ? 'secret' : 'secrets'}`

const SHOWN = 8
const WHERE_IT_WAS = 'back'

/** Begins a job; a refusal to begin is told where it was asked for. */
function useStart(onStarted: () => void) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  async function start(request: JobRequest) {
    setBusy(true)
    try {
      await startJob(request)
      onStarted()
    } catch (reason) {
      setBusy(false)
      setError(reason instanceof Error ? reason.message : 'It could not be begun.')
    }
  }
  return { error, busy, start }
}

export function RestoreDialog({ organization, rows, onClose, onStarted }: Props) {
  const projects = useQuery(projectListQuery(organization.id))
  const [target, setTarget] = useState(WHERE_IT_WAS)
  const { error, busy, start } = useStart(onStarted)
  const isBack = target === WHERE_IT_WAS
  const options = [
    { value: WHERE_IT_WAS, label: 'Where they were' },
    ...(projects.data ?? [])
      .map(({ id, name }) => ({ value: id, label: name.ok ? name.text : `Project ${id.slice(0, 8)}` }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
  ]
  const lost = rows.filter(({ project }) => project === null).length
  const name = options.find(({ value }) => value === target)?.label ?? ''
  return (
    <ConfirmDialog
      title={`Restore ${secretsWord(rows.length)}`}
      width={640}
      confirmLabel={
        isBack ? `Restore ${secretsWord(rows.length)}` : `Restore ${secretsWord(rows.length)} to ${name}`
      }
      confirmIcon={ArchiveRestore}
      busy={busy}
      error={error}
      footerStart={
        <Costs
          kind={isBack ? restoreKind : restoreIntoKind}
          count={rows.length}
          isLogClosed={!organization.canReadEvents}
        />
      }
      onClose={onClose}
      onConfirm={() =>
        void start({
          kind: isBack ? 'secrets.restore' : 'secrets.restore-into',
          organizationId: organization.id,
          items: rows.map(({ id, name: label, project }) => ({ id, label, content: project?.id ?? null })),
          ...(!isBack && { params: { to: target }, title: `Restore ${secretsWord(rows.length)} to ${name}` }),
        })
      }
    >
      <Names rows={rows} />
      <Select
        label="Into project"
        options={options}
        value={target}
        onChange={setTarget}
        hint={
          isBack && lost > 0
            ? `${secretsWord(lost)} had no project, or it was deleted: without one after this`
            : undefined
        }
        error={projects.error?.message}
      />
      <p className="text-muted">
        Direct grants come back with it. Machine accounts that read it find it again.
      </p>
    </ConfirmDialog>
  )
}

export function PurgeDialog({ organization, rows, onClose, onStarted }: Props) {
  const { error, busy, start } = useStart(onStarted)
  return (
    <ConfirmDialog
      title={`Delete ${secretsWord(rows.length)} for good?`}
      width={640}
      isDanger
      confirmLabel={`Delete ${secretsWord(rows.length)} for good`}
      confirmIcon={Trash2}
      expected={rows.length >= 10 ? String(rows.length) : 'delete'}
      busy={busy}
      error={error}
      footerStart={<Costs kind={purgeKind} count={rows.length} />}
      onClose={onClose}
      onConfirm={() =>
        void start({
          kind: 'secrets.purge',
          organizationId: organization.id,
          items: rows.map(({ id, name: label }) => ({ id, label })),
        })
      }
    >
      <Names rows={rows} />
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>
          Values, notes, versions and direct grants go with them. Nobody can bring them back, nor can the
          server.
        </li>
        <li>
          <TraceLink act="purgeSecret">{recordedAs('purgeSecret')}</TraceLink>, one event for each, under your
          name.
        </li>
      </ul>
    </ConfirmDialog>
  )
}

function Names({ rows }: { rows: readonly Trashed[] }): ReactNode {
  return (
    <ul
      aria-label="Secrets"
      className="rounded-control border border-line-strong bg-sunken px-3 py-2 font-mono text-meta"
    >
      {rows.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} className="truncate" title={name ?? undefined}>
          {name ?? `Secret ${id.slice(0, 8)}, name not readable`}
        </li>
      ))}
      {rows.length > SHOWN && <li className="text-muted">and {secretsWord(rows.length - SHOWN)} more</li>}
    </ul>
  )
}

interface CostsProps {
  kind: JobKind
  count: number
  isLogClosed?: boolean
}

function Costs({ kind, count, isLogClosed }: CostsProps) {
  const cost = costOf(kind, count)
  return (
    <>
      {costWords(cost, isLogClosed)} {timeWords(cost)}
    </>
  )
}
