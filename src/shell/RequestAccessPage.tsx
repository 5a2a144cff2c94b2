import { useMutation } from '@tanstack/react-query'
import { KeyRound, RefreshCw, Send } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import type { FoundDraft } from '#/forms/draft-keeper'
import { TextDraft } from '#/forms/TextDraft'
import { UnsavedGuard } from '#/forms/UnsavedGuard'
import { useDraft } from '#/forms/use-draft'
import { session } from '#/session/session'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { EmptyState } from '#/ui/EmptyState'
import { TextArea } from '#/ui/TextArea'
import { recordsOne } from '#/domain/coverage/traces'
import { useOpenSession } from '#/session/use-session'
import { OpenHere } from './OpenHere'

/** For a member without Secrets Manager: what is missing, who can change it, and a way to ask them. */
export function RequestAccessPage({
  organization,
  reason,
}: {
  organization: OrganizationView
  reason: string
}) {
  const canAsk = organization.enabled && organization.confirmed && organization.useSecretsManager
  const make = useOpenSession()?.server.name ?? null
  const look = useMutation({ mutationFn: () => session.call('reloadProfile', null) })
  return (
    <EmptyState
      level={1}
      icon={KeyRound}
      title="Secrets are not open to you here"
      text={organization.useSecretsManager || make === null ? reason : otherMake(make)}
      actions={
        <Button icon={RefreshCw} busy={look.isPending} onClick={() => look.mutate()}>
          Look again
        </Button>
      }
    >
      <title>No access · Strongroom</title>
      <OpenHere organization={organization} />
      {look.isSuccess && (
        <p role="status" className="mb-3 text-muted">
          Asked the server again: nothing has changed yet.
        </p>
      )}
      {look.error && (
        <p role="alert" className="mb-3 text-danger">
          {look.error.message}
        </p>
      )}
      {canAsk && (
        <TextDraft place={requestPlace(organization.id)}>
          {(found) => <RequestForm organizationId={organization.id} found={found} />}
        </TextDraft>
      )}
    </EmptyState>
  )
}

const otherMake = (make: string) =>
  `This server calls itself “${make.slice(0, 60)}” and offers no Secrets Manager for this organization: secrets, projects, machine accounts and their trash are not there for anybody.`

const requestPlace = (organizationId: string) => `/orgs/${organizationId}#request`

interface FormProps {
  organizationId: string
  found: FoundDraft<string> | null
}

function RequestForm({ organizationId, found }: FormProps) {
  const [note, setNote] = useState(found?.content ?? '')
  const [isTried, setTried] = useState(false)
  const draft = useDraft<string>(requestPlace(organizationId), found)
  const ask = useMutation({
    mutationFn: async () => {
      await session.call('requestAccess', { organizationId, note })
      await draft.finish()
    },
  })
  const { change } = draft
  useEffect(() => change(note.trim() === '' ? null : note), [change, note])
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (note.trim() !== '' && !ask.isPending) ask.mutate()
  }
  if (ask.isSuccess) {
    return (
      <Callout tone="good" role="status" title="Your request was mailed to all owners and admins.">
        When one of them has switched Secrets Manager on for you, press Look again.
      </Callout>
    )
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <UnsavedGuard noun="the request" isSaving={ask.isPending} draft={draft} />
      <TextArea
        label="Why you need access"
        value={note}
        rows={4}
        readOnly={ask.isPending}
        error={
          isTried && note.trim() === ''
            ? 'Write what you need it for: owners decide by this note.'
            : undefined
        }
        hint={`Sent by the server as a mail to all owners and admins, with your name. ${recordsOne('askForAccess')}.`}
        onChange={setNote}
      />
      {ask.error && (
        <Callout tone="danger" role="alert">
          {ask.error.message}
        </Callout>
      )}
      <div>
        <Button type="submit" variant="solid" icon={Send} busy={ask.isPending}>
          Ask owners for access
        </Button>
      </div>
    </form>
  )
}
