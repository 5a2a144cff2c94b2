import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SyntheticEvent } from 'react'
import { createToken } from '#/data/machine-accounts'
import { useSettings } from '#/data/settings'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { chooseExpiry, type ExpiryChoice } from '#/domain/expiry-choice'
import { measureTokenName } from '#/domain/token-name'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Dialog } from '#/ui/Dialog'
import { TextField } from '#/ui/TextField'
import { ExpiryFields } from './ExpiryFields'
import { useMachinePage } from './machine-context'
import { shownName } from './machine-row'
import type { ShownToken } from './MadeTokenDialog'

interface Props {
  /** What the name field begins with, for a token that takes another's place. */
  suggested?: string
  title?: string
  onMade: (token: ShownToken) => void
  onClose: () => void
}

/** Name and expiry of a new token. What was typed stays while the server refuses it. */
export function NewTokenDialog({ suggested = '', title = 'New access token', onMade, onClose }: Props) {
  const { organization, machine, facts, now } = useMachinePage()
  const { timeZone } = useSettings()
  const client = useQueryClient()
  const create = useMutation(createToken(client, organization.id, machine.id))
  const [name, setName] = useState(suggested)
  const [choice, setChoice] = useState<ExpiryChoice>('90')
  const [date, setDate] = useState('')
  const [wasSent, setSent] = useState(false)
  const formId = useId()
  const size = measureTokenName(name)
  const isBlank = name.trim() === ''
  const chosen = chooseExpiry(choice, date, now, timeZone)
  const known = facts.data?.tokens.ok ? facts.data.tokens.value : []
  const isTwin = !isBlank && known.some((token) => token.name.ok && token.name.text === name)

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    setSent(true)
    if (isBlank || size.sentence || !chosen.ok || create.isPending) return
    const { expiresAt } = chosen
    create.mutate({ name, expiresAt }, { onSuccess: (made) => onMade({ ...made, name, expiresAt }) })
  }

  return (
    <Dialog
      title={title}
      description={`Whoever holds it reads all that ${shownName(machine)} may read. It is made on this device and shown once.`}
      width={640}
      busy={create.isPending}
      onClose={onClose}
      footerStart={<TraceLink act="createToken">{recordedAs('createToken')}</TraceLink>}
      footer={
        <>
          <Button onClick={() => !create.isPending && onClose()}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="solid"
            busy={create.isPending}
            disabledReason={size.sentence ?? false}
          >
            Create token
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          readOnly={create.isPending}
          error={
            size.sentence ??
            (isBlank && wasSent ? 'Give it a name: where it will be used, for one.' : undefined)
          }
          hint={
            isTwin
              ? 'This account has a token of this name already. That is allowed, but hard to tell apart.'
              : 'Where it will be used: “github-actions”, “cluster-b”.'
          }
          counter={
            <span className={size.sentence ? 'text-danger' : undefined}>
              {size.bytes} of {size.maxBytes} bytes
            </span>
          }
        />
        <ExpiryFields
          choice={choice}
          onChoice={setChoice}
          date={date}
          onDate={setDate}
          chosen={chosen}
          wasSent={wasSent}
          isBusy={create.isPending}
        />
        {create.error && (
          <Callout tone="danger" role="alert">
            {create.error.message}
          </Callout>
        )}
      </form>
    </Dialog>
  )
}
