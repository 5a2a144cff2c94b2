import { useQuery } from '@tanstack/react-query'
import { FolderInput } from 'lucide-react'
import { useMemo, useState } from 'react'
import { projectListQuery } from '#/data/projects'
import { mayLeaveWithoutProject } from '#/domain/rights'
import { secretsWord } from '#/features/secrets/SecretListStatus'
import { BulkDialog } from '#/jobs/BulkDialog'
import type { PreviewRow } from '#/jobs/BulkPreview'
import { kind, type Move } from '#/jobs/kinds/secrets-move'
import { Callout } from '#/ui/Callout'
import { Select, type SelectOption } from '#/ui/Select'
import type { BulkProps } from './BulkBar'
import { closedTo, secretNoun } from './bulk-rows'

const NONE = 'none'

export function MoveDialog({ organization, secrets, onClose, onStarted }: BulkProps) {
  const list = useQuery(projectListQuery(organization.id))
  const [target, setTarget] = useState<string>('')
  const mayHaveNone = mayLeaveWithoutProject(organization) === true
  const to = target === NONE ? null : target
  const options = useMemo(() => choices(list.data ?? [], mayHaveNone), [list.data, mayHaveNone])
  const targetName = options.find(({ value }) => value === target)?.label ?? ''
  const rows = useMemo(
    () =>
      secrets.map((secret): PreviewRow => {
        const from = secret.project ? (secret.project.name ?? 'Another project') : 'No project'
        const isThere = target !== '' && (secret.project?.id ?? null) === to
        return {
          id: secret.id,
          name: secret.name,
          change: target === '' ? from : `${from} → ${targetName}`,
          skip: closedTo(secret) ?? (isThere ? 'It is there already' : null),
        }
      }),
    [secrets, target, to, targetName],
  )
  const going = secrets.filter((_, i) => rows[i]?.skip === null)
  const stuck = mayHaveNone
    ? 0
    : going.filter(({ project }) => !list.data?.some((p) => p.id === project?.id && p.canWrite)).length
  const count = secretsWord(secrets.length)

  return (
    <BulkDialog
      title={`Move ${count}`}
      icon={FolderInput}
      verb="Move"
      kind={kind}
      isLogClosed={!organization.canReadEvents}
      noun={secretNoun}
      rows={rows}
      missing={target === '' && 'Choose a project first.'}
      request={(ids) => ({
        kind: 'secrets.move',
        organizationId: organization.id,
        title: `Move ${secretsWord(ids.size)} to ${targetName}`,
        items: secrets
          .filter(({ id }) => ids.has(id))
          .map(({ id, name, project }) => ({
            id,
            label: name,
            content: { from: project?.id ?? null, to } satisfies Move,
          })),
      })}
      consequences={
        <>
          <li>
            People and machine accounts that read a secret through the project it is in lose it; those of the
            new one gain it. Direct grants stay.
          </li>
          <li>Each is read again right before it is written; what somebody moved meanwhile stays there.</li>
        </>
      }
      onClose={onClose}
      onStarted={onStarted}
    >
      <Select
        label="Into project"
        placeholder={list.isPending ? 'Loading projects' : 'Choose a project'}
        options={options}
        value={target}
        onChange={setTarget}
        error={list.error?.message}
      />
      {target !== '' && stuck > 0 && (
        <Callout tone="warning" title={`You cannot move ${secretsWord(stuck)} back yourself.`}>
          You may not write to the project they come from, or they have none, which only owners and admins may
          restore.
        </Callout>
      )}
    </BulkDialog>
  )
}

function choices(
  projects: readonly { id: string; name: { ok: true; text: string } | { ok: false }; canWrite: boolean }[],
  mayHaveNone: boolean,
): SelectOption<string>[] {
  const open = projects
    .filter(({ canWrite }) => canWrite)
    .map(({ id, name }) => ({ value: id, label: name.ok ? name.text : `Project ${id.slice(0, 8)}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
  return mayHaveNone ? [{ value: NONE, label: 'No project' }, ...open] : open
}
