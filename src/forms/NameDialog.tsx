import { FilePen } from 'lucide-react'
import { useEffect, useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import { measure, type LimitedField } from '#/domain/secret-limits'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { Dialog } from '#/ui/Dialog'
import { TextField } from '#/ui/TextField'
import type { FoundDraft } from './draft-keeper'
import { TextDraft } from './TextDraft'
import { useDraft } from './use-draft'

interface Props {
  /** Of its draft: what is typed outlives a lock and a reload. */
  place: string
  title: string
  description: string
  /** What it is called now; empty for a new one. */
  initial: string
  confirmLabel: string
  /** What the act leaves in the log. */
  recorded: ReactNode
  /** Names of the others of its kind: two of one name are allowed, and told. */
  others: readonly (string | null)[]
  /** Which limit holds, and what a thing of this kind is called: "project". */
  field: LimitedField
  noun: string
  /** Under the field, where a name of this kind is not encrypted. */
  hint?: string
  busy: boolean
  error: string | undefined
  onConfirm: (name: string) => Promise<unknown>
  onClose: () => void
}

/** One field: the name of a new thing, or another name. What was typed stays while the server refuses it. */
export function NameDialog(props: Props) {
  return <TextDraft place={props.place}>{(found) => <WithDraft {...props} found={found} />}</TextDraft>
}

function WithDraft(props: Props & { found: FoundDraft<string> | null }) {
  const { place, initial, busy, error, found, onConfirm, onClose } = props
  const [name, setName] = useState(found?.content ?? initial)
  const draft = useDraft<string>(place, found)
  const { change } = draft
  useEffect(() => change(name === initial || name.trim() === '' ? null : name), [change, name, initial])
  const discard = () => {
    void draft.finish()
    onClose()
  }
  const [wasSent, setSent] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const formId = useId()
  const size = measure(props.field, name)
  const isBlank = name.trim() === ''
  const isTwin = !isBlank && name !== initial && props.others.includes(name)
  const problem =
    size.sentence ?? (isBlank && wasSent ? 'Give it a name: the server takes no blank one.' : undefined)

  function onSubmit(event: SyntheticEvent) {
    event.preventDefault()
    setSent(true)
    if (isBlank || size.state === 'over' || busy || (name === initial && initial !== '')) return
    // By the promise: a lock takes the dialog away, and the act goes on.
    onConfirm(name).then(draft.finish, () => undefined)
  }

  if (isLeaving)
    return (
      <ConfirmDialog
        title="Discard the name that you typed?"
        isDanger
        confirmLabel="Discard the name"
        onConfirm={discard}
        onClose={() => setLeaving(false)}
      />
    )
  return (
    <Dialog
      title={props.title}
      description={props.description}
      busy={busy}
      // Esc and a click beside it happen by accident; Cancel does not.
      onClose={() => (isBlank || name === initial ? discard() : setLeaving(true))}
      footerStart={props.recorded}
      footer={
        <>
          <Button onClick={() => !busy && discard()}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="solid"
            busy={busy}
            disabledReason={
              size.state === 'over'
                ? (size.sentence ?? false)
                : initial !== '' && name === initial && 'The name is the same as before.'
            }
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <NameField
          {...{ name, problem, isTwin, size }}
          noun={props.noun}
          hint={props.hint}
          isBusy={busy}
          onChange={setName}
        />
        {found && (
          <Callout role="status" icon={FilePen}>
            As you typed it before; nothing was sent.
          </Callout>
        )}
        {error && (
          <Callout tone="danger" role="alert">
            {error}
          </Callout>
        )}
      </form>
    </Dialog>
  )
}

interface FieldProps {
  name: string
  problem: string | undefined
  isTwin: boolean
  size: ReturnType<typeof measure>
  noun: string
  hint: string | undefined
  isBusy: boolean
  onChange: (name: string) => void
}

function NameField({ name, problem, isTwin, size, noun, hint, isBusy, onChange }: FieldProps) {
  return (
    <TextField
      label="Name"
      value={name}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      spellCheck={false}
      readOnly={isBusy}
      error={problem}
      hint={
        isTwin
          ? `Another ${noun} has this name. That is allowed, but hard to tell apart.`
          : (hint ?? 'Encrypted on this device before it is sent.')
      }
      counter={
        size.state !== 'fine' && (
          <span className={size.state === 'over' ? 'text-danger' : 'text-warning'}>
            {size.bytes.toLocaleString('en-GB')} of {size.maxBytes.toLocaleString('en-GB')} bytes
          </span>
        )
      }
    />
  )
}
