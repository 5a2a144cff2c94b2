import { useState, type FormEvent } from 'react'
import { readTokenText } from '#/domain/token-text'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { sentenceOf } from './error-words'
import { useAct } from './use-act'
import { WorkingBar } from './WorkingBar'

/** Looking through a machine account's token: what it sees, no more, and only reading. */
export function MachineTokenForm({ closedReason }: { closedReason: string | false }) {
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const read = readTokenText(typed)
  const signIn = useAct(
    () => session.call('signInWithMachineToken', { token: read.ok ? read.token : '' }),
    () => undefined,
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!read.ok || closedReason || signIn.isPending) return
    signIn.mutate()
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
      <div className="flex min-h-8 items-center justify-between gap-3">
        <span className="text-meta text-muted">{signIn.isPending && <WorkingBar label="Signing in" />}</span>
        <Button type="submit" variant="solid" busy={signIn.isPending} disabledReason={closedReason}>
          Sign in
        </Button>
      </div>
    </form>
  )
}
