import { useState, type ClipboardEvent, type FormEvent } from 'react'
import { session } from '#/session/session'
import type { CallResult } from '#/session/call-types'
import { keepRememberToken } from '#/session/page-storage'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { CodeField } from '#/ui/CodeField'
import { Checkbox } from '#/ui/Checkbox'
import { Segmented } from '#/ui/Segmented'
import { TextField } from '#/ui/TextField'
import { sentenceOf } from './error-words'
import { useAct } from './use-act'

type Step = Exclude<CallResult<'signIn'>, { step: 'done' }>

interface Props {
  email: string
  step: Step
  /** The server wants yet another step. */
  onStep: (step: Step) => void
  onDone: () => void
  onBack: () => void
}

type SecondFactor = keyof typeof FACTORS

const FACTORS = { authenticator: 'Authenticator app', email: 'E-mail' } as const

export function SecondStepForm({ email, step, onStep, onDone, onBack }: Props) {
  const offered = step.step === 'second-factor' ? step.offered : []
  const [factor, setFactor] = useState(offered[0])
  const [code, setCode] = useState('')
  const [remember, setRemember] = useState(false)
  const isDevice = step.step === 'new-device'

  const send = useAct(() => session.call('sendSignInCode', null))
  const finish = useAct(
    (typed: string) => session.call('signInSecondStep', { code: typed, ...(factor && { factor, remember }) }),
    (result) => {
      if (result.step !== 'done') {
        setCode('')
        onStep(result)
        return
      }
      if (result.rememberToken) keepRememberToken(email, result.rememberToken)
      onDone()
    },
  )

  const digits = code.replaceAll(/\D/g, '')
  const wanted = isDevice ? 8 : 6

  function submit(event?: FormEvent) {
    event?.preventDefault()
    if (digits.length >= 6 && !finish.isPending) finish.mutate(digits)
  }

  function pasteAnywhere(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text').replaceAll(/\D/g, '')
    if (pasted.length !== wanted) return
    event.preventDefault()
    setCode(pasted)
    // A six-digit code is whole by itself; the device code may have six or eight digits, so that one waits for Enter.
    if (!isDevice && !finish.isPending) finish.mutate(pasted)
  }

  if (step.step === 'second-factor' && offered.length === 0) {
    return <UnsupportedFactors names={step.unsupported} onBack={onBack} />
  }

  return (
    <form onSubmit={submit} onPaste={pasteAnywhere} noValidate className="flex flex-col gap-4">
      {offered.length > 1 && factor && (
        <Segmented
          label="Method"
          showLabel
          fill
          options={offered.map((value) => ({ value, label: FACTORS[value] }))}
          value={factor}
          onChange={setFactor}
        />
      )}
      {(factor === 'email' || isDevice) && (
        <MailedCode
          maskedEmail={step.step === 'second-factor' ? step.maskedEmail : null}
          isDevice={isDevice}
          send={send}
        />
      )}
      <CodeInput
        kind={isDevice ? 'device' : (factor ?? 'authenticator')}
        code={code}
        isSent={send.isSuccess}
        onChange={setCode}
        onComplete={(whole) => !finish.isPending && finish.mutate(whole)}
      />
      {step.step === 'second-factor' && (
        <Checkbox
          label="Do not ask again on this device for 30 days"
          checked={remember}
          onChange={(event) => setRemember(event.target.checked)}
        />
      )}
      {step.step === 'second-factor' && <AlsoSetUp names={step.unsupported} />}
      {(finish.error ?? send.error) && (
        <Callout tone="danger" role="alert">
          {sentenceOf(finish.error ?? send.error)}
        </Callout>
      )}
      <div className="flex justify-between">
        <Button onClick={onBack}>Back</Button>
        <Button
          type="submit"
          variant="solid"
          busy={finish.isPending}
          disabledReason={digits.length < 6 && 'Type the code first.'}
        >
          Sign in
        </Button>
      </div>
    </form>
  )
}

interface CodeInputProps {
  kind: SecondFactor | 'device'
  code: string
  isSent: boolean
  onChange: (code: string) => void
  onComplete: (code: string) => void
}

function CodeInput({ kind, code, isSent, onChange, onComplete }: CodeInputProps) {
  const shared = {
    // The step replaces the form that had the focus.
    autoFocus: true,
    value: code,
    hintAside: isSent && <span role="status">Mailed.</span>,
  }
  if (kind === 'device') {
    return (
      <TextField
        {...shared}
        label="Code from the mail"
        inputMode="numeric"
        autoComplete="one-time-code"
        mono
        hint="Good for five minutes, once."
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  const renewal = kind === 'authenticator' ? 'A new code every 30 s. ' : ''
  return (
    <CodeField
      {...shared}
      label="Six-digit code"
      hint={`${renewal}Signs in by itself at the sixth digit.`}
      onChange={onChange}
      onComplete={onComplete}
    />
  )
}

interface MailedCodeProps {
  isDevice: boolean
  maskedEmail: string | null
  send: { isPending: boolean; isSuccess: boolean; mutate: () => void }
}

function MailedCode({ isDevice, maskedEmail, send }: MailedCodeProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1 text-muted">
        {isDevice
          ? 'The server does not know this browser yet and has mailed you a code.'
          : `The code is mailed to ${maskedEmail ?? 'your address'} when you ask for it.`}
      </p>
      <Button busy={send.isPending} onClick={() => send.mutate()}>
        {isDevice || send.isSuccess ? 'Mail the code again' : 'Mail the code'}
      </Button>
    </div>
  )
}

function AlsoSetUp({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return <p className="text-meta text-muted">Also set up, but not usable here: {names.join(', ')}.</p>
}

function UnsupportedFactors({ names, onBack }: { names: string[]; onBack: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warning" role="alert" title="This account’s second factor cannot be used here.">
        It uses {names.join(', ') || 'a method that this console does not know'}. Sign in with your personal
        API key and master password instead, or add an authenticator app to the account in the web vault.
      </Callout>
      <div>
        <Button onClick={onBack}>Back</Button>
      </div>
    </div>
  )
}
