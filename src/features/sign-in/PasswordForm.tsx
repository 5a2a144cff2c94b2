import { useEffect, useState, type FormEvent } from 'react'
import { session } from '#/session/session'
import type { CallResult } from '#/session/call-types'
import { keepRememberToken, rememberToken } from '#/session/page-storage'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { TextField } from '#/ui/TextField'
import { kdfWords } from './kdf-words'
import { sentenceOf } from './error-words'
import { useAct } from './use-act'
import { useGate, type Gate } from './use-gate'
import { WAITING, WorkingBar } from './WorkingBar'

export interface PasswordFormProps {
  email: string
  onEmail: (email: string) => void
  onStep: (step: CallResult<'signIn'>) => void
  gate: Gate
}

const EMAIL = /^[^\s@]+@[^\s@]+$/

export function PasswordForm({ email, onEmail, onStep, gate }: PasswordFormProps) {
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(email)
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({})
  const kdf = useKdf(asked, !gate.isAsking && !gate.closedReason)
  const signIn = useAct(
    (sent: { email: string; password: string }) => {
      const token = rememberToken(sent.email)
      return session.call('signIn', { ...sent, ...(token && { rememberToken: token }) })
    },
    (step, sent) => {
      // A second factor although a token was sent: the token is stale.
      if (step.step === 'second-factor') keepRememberToken(sent.email, null)
      // The field may have been changed while the server answered; the next step is of the account that was sent.
      onEmail(sent.email)
      onStep(step)
    },
  )

  const { isHeld, press } = useGate(gate, () => !signIn.isPending && signIn.mutate({ email, password }))
  const isBusy = signIn.isPending || isHeld

  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = {
      ...(!EMAIL.test(email.trim()) && {
        email: 'Type the e-mail address of your account, like name@company.example.',
      }),
      ...(password === '' && { password: 'Type your master password.' }),
    }
    setMissing(wrong)
    if (!wrong.email && !wrong.password) press()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label="E-mail"
        type="email"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        error={missing.email}
        onChange={(event) => onEmail(event.target.value)}
        onBlur={() => setAsked(email.trim())}
      />
      <PasswordField
        label="Master password"
        name="password"
        value={password}
        error={missing.password}
        hint="The password never leaves this page. Only a hash made from it does."
        onChange={(event) => setPassword(event.target.value)}
      />
      {signIn.error && (
        <Callout tone="danger" role="alert">
          {sentenceOf(signIn.error)}
        </Callout>
      )}
      <div className="flex min-h-8 items-center justify-between gap-3">
        <span className="min-w-0 text-meta text-muted">
          {isBusy ? (
            <WorkingBar
              label={isHeld ? WAITING : kdf ? `${kdfWords(kdf)}: deriving keys` : 'Deriving keys'}
            />
          ) : (
            kdf && kdfWords(kdf)
          )}
        </span>
        <Button type="submit" variant="solid" busy={isBusy} disabledReason={gate.closedReason}>
          Continue
        </Button>
      </div>
    </form>
  )
}

type Kdf = CallResult<'askKdf'>

/** How this account's keys are derived; a refusal is not told here, as signing in says it with its reason. */
function useKdf(email: string, isOpen: boolean): Kdf | undefined {
  const [known, setKnown] = useState<{ email: string; kdf: Kdf }>()
  const wanted = isOpen && EMAIL.test(email) ? email : null
  useEffect(() => {
    if (wanted === null) return
    const stop = new AbortController()
    session.call('askKdf', { email: wanted }, { signal: stop.signal }).then(
      (kdf) => setKnown({ email: wanted, kdf }),
      () => undefined,
    )
    return () => stop.abort()
  }, [wanted])
  return known?.email === email ? known.kdf : undefined
}
