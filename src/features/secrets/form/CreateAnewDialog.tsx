import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { removeDraft } from '#/data/drafts'
import { createSecret } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import type { SecretTexts } from '#/domain/secret-conflict'
import type { OrganizationView } from '#/session/protocol'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { FactList } from '#/ui/FactList'
import { showToast } from '#/ui/toast-store'
import { closedReason } from './closed-reason'
import { saveFailure, type SaveFailure } from './save-failure'
import { sizeWords } from './size-words'
import { useProjectNames } from './use-project-names'

interface Props {
  organization: OrganizationView
  typed: SecretTexts
  /** Of the draft, which has done its work when the secret is there. */
  place: string
  /** Ends a form that still holds the draft. */
  onDone?: () => Promise<void>
  onClose: () => void
}

/** What was typed for a secret that is gone becomes a new one, under a new id. */
export function CreateAnewDialog({ organization, typed, place, onDone, onClose }: Props) {
  const navigate = useNavigate()
  const { timeZone } = useSettings()
  const create = useMutation(createSecret(useQueryClient(), organization.id))
  const projectName = useProjectNames(organization.id, null)
  const name = typed.name ?? ''
  const [failed, setFailed] = useState<SaveFailure | null>(null)

  function send() {
    setFailed(null)
    const secret = { name, value: typed.value ?? '', note: typed.note ?? '', projectId: typed.projectId }
    // By the promise: after a lock the callbacks of a mutation would not run.
    create.mutateAsync(secret).then(
      async ({ id }) => {
        await (onDone ? onDone() : removeDraft(place))
        showToast('Secret created')
        await navigate({
          to: '/orgs/$orgId/secrets/$secretId',
          params: { orgId: organization.id, secretId: id },
          ignoreBlocker: true,
        })
      },
      (error: unknown) => setFailed(saveFailure(error, Date.now(), timeZone)),
    )
  }

  return (
    <ConfirmDialog
      title="Create a new secret from what you typed?"
      confirmLabel="Create 1 secret"
      confirmIcon={FilePlus2}
      busy={create.isPending}
      disabledReason={
        typed.name === null
          ? 'The name could not be decrypted, so there is none to give it.'
          : closedReason(typed)
      }
      error={failed && `${failed.title} ${failed.text}`}
      onClose={onClose}
      onConfirm={send}
    >
      <FactList
        facts={[
          { label: 'Name', value: <span className="font-mono">{name}</span> },
          {
            label: 'Value',
            value: typed.value === null ? 'empty: it could not be decrypted' : sizeWords(typed.value),
          },
          { label: 'Project', value: projectName(typed.projectId) },
          { label: 'Note', value: typed.note ? sizeWords(typed.note) : 'empty' },
        ]}
      />
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted">
        <li>It gets a new id: programs that ask for the old one go on getting “not found”.</li>
        <li>Versions and grants of the old one are not taken over.</li>
        <li>
          <TraceLink act="createSecret">{recordsOne('createSecret')}</TraceLink> under your name.
        </li>
      </ul>
    </ConfirmDialog>
  )
}
