import { useState, type FormEvent } from 'react'
import { readTokenText } from '#/domain/token-text'
import { session } from '#/session/session'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { sentenceOf } from './error-words'
import { FormFoot } from './FormFoot'
import { useAct } from './use-act'
import { useGate, type Gate } from './use-gate'

/** Looking through a machine account's token: what it sees, no more, and only reading. */
export function MachineTokenForm({ gate }: { gate: Gate }) {
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const read = readTokenText(typed)
  const signIn = useAct(
    () => session.call('signInWithMachineToken', { token: read.ok ? read.token : '' }),
    () => undefined,
  )

  const { isHeld, press } = useGate(gate, () => !signIn.isPending && signIn.mutate())

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (read.ok) press()
  }

  // What the server says belongs to the token, so it stands at its field until that changes.
  const refusal = signIn.error ? sentenceOf(signIn.error) : undefined
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <PasswordField
        label="Access token"
        autoComplete="off"
        value={typed}
        error={isTried && !read.ok ? read.sentence : refusal}
        hint="Stays in this browser’s memory: lock or a closed tab ends the session."
        onChange={(event) => {
          setTyped(event.target.value)
          signIn.reset()
        }}
      />
      <Callout>
        You see exactly what the machine account sees, and change nothing. What you read is recorded under its
        name, not yours.
      </Callout>
      <FormFoot
        signIn={{ isPending: signIn.isPending }}
        isHeld={isHeld}
        working="Signing in"
        closedReason={gate.closedReason}
      />
    </form>
  )
}
