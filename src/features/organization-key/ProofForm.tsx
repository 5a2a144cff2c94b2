import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode, type SyntheticEvent } from 'react'
import { mailCode, type Proof } from '#/data/organization-key'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { Segmented } from '#/ui/Segmented'
import { TextField } from '#/ui/TextField'
import { keyErrorWords, proofRefusal } from './key-words'

interface Props {
  formId: string
  busy: boolean
  error: Error | null
  /** What a code cannot do that a password can. */
  codeNote?: ReactNode
  onProof: (proof: Proof) => void
  onChange?: (kind: Proof['kind']) => void
}

/** The master password, or a mailed code for who has none. The submit button is the caller's. */
export function ProofForm({ formId, busy, error, codeNote, onProof, onChange }: Props) {
  const [kind, setKind] = useState<Proof['kind']>('password')
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const [sentKind, setSentKind] = useState<Proof['kind']>('password')
  const [isEdited, setEdited] = useState(false)
  const email = useOpenSession()?.account.email
  const mail = useMutation(mailCode())
  const refusal = isEdited ? null : proofRefusal(error, sentKind)

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    setTried(true)
    if (typed === '' || busy) return
    setSentKind(kind)
    setEdited(false)
    onProof(kind === 'password' ? { kind, password: typed } : { kind, code: typed })
  }

  function choose(next: Proof['kind']) {
    setKind(next)
    setTyped('')
    setTried(false)
    setEdited(true)
    onChange?.(next)
  }

  const change = (event: { target: { value: string } }) => {
    setTyped(event.target.value)
    setEdited(true)
  }
  const missing = isTried && typed === ''
  return (
    <form id={formId} onSubmit={submit} noValidate className="flex max-w-120 flex-col gap-4">
      <Segmented
        label="How you prove that it is you"
        options={[
          { value: 'password', label: 'Password' },
          { value: 'code', label: 'Code by e-mail' },
        ]}
        value={kind}
        onChange={choose}
      />
      {kind === 'password' ? (
        <PasswordField
          key="password"
          label="Master password"
          data-autofocus
          value={typed}
          readOnly={busy}
          error={missing ? 'Type your master password.' : (refusal ?? undefined)}
          hint="Stays here: a hash of it goes to the server."
          onChange={change}
        />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <Button busy={mail.isPending} onClick={() => mail.mutate()}>
              Mail a code
            </Button>
            <span role="status" className="text-meta text-muted">
              {mail.isSuccess ? `Sent to ${email ?? 'you'}. It works once, for five minutes.` : codeNote}
            </span>
          </div>
          {mail.error && (
            <Callout tone="danger" role="alert">
              {mail.error.message}
            </Callout>
          )}
          <TextField
            key="code"
            label="Code"
            mono
            inputMode="numeric"
            autoComplete="one-time-code"
            value={typed}
            readOnly={busy}
            error={missing ? 'Type the code from the mail.' : (refusal ?? undefined)}
            onChange={change}
          />
        </>
      )}
      <p role="status" className="min-h-4 text-meta text-muted">
        {busy && <Waiting />}
      </p>
      {error && !proofRefusal(error, sentKind) && (
        <Callout tone="danger" role="alert">
          {keyErrorWords(error)}
        </Callout>
      )}
    </form>
  )
}

const LONG = 1_500

/** The server holds its "no" back on purpose, which would else look like a page that hangs. */
function Waiting() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG)
    return () => clearTimeout(timer)
  }, [])
  return isLong
    ? 'Still asking: the server waits two seconds before it refuses a wrong password or code.'
    : 'Asking the server.'
}
