import { useState, type FormEvent } from 'react'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { TextField } from '#/ui/TextField'
import { sentenceOf } from './error-words'
import { useAct } from './use-act'
import { WorkingBar } from './WorkingBar'

/** The audit view: what the Public API tells to the key of an organization. */
export function OrganizationKeyForm({ closedReason }: { closedReason: string | false }) {
  const [values, setValues] = useState({ clientId: '', clientSecret: '' })
  const [isTried, setTried] = useState(false)
  const signIn = useAct(
    () => session.call('signInWithOrganizationKey', values),
    () => undefined,
  )
  const change = (name: keyof typeof values) => (event: { target: { value: string } }) => {
    setValues({ ...values, [name]: event.target.value })
    signIn.reset()
  }
  const missing = (name: keyof typeof values, sentence: string) =>
    isTried && values[name].trim() === '' ? sentence : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.values(values).some((value) => value.trim() === '') || closedReason || signIn.isPending) return
    signIn.mutate()
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label="Client id"
        mono
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="organization.…"
        value={values.clientId}
        error={missing('clientId', 'Paste client_id: “organization.” and the id of the organization.')}
        onChange={change('clientId')}
      />
      <PasswordField
        label="Client secret"
        autoComplete="off"
        value={values.clientSecret}
        error={missing('clientSecret', 'Paste client_secret, the API key itself.')}
        hint="Stays in this browser’s memory: lock or a closed tab ends the session."
        onChange={change('clientSecret')}
      />
      <Callout>
        You see members, groups, collections, policies and events, without names of collections and without
        any secret. Nothing can be changed, and reading leaves no event.
      </Callout>
      {signIn.error && (
        <Callout tone="danger" role="alert">
          {sentenceOf(signIn.error)}
        </Callout>
      )}
      <div className="flex min-h-8 items-center justify-between gap-3">
        <span className="text-meta text-muted">{signIn.isPending && <WorkingBar label="Signing in" />}</span>
        <Button type="submit" variant="solid" busy={signIn.isPending} disabledReason={closedReason}>
          Sign in
        </Button>
      </div>
    </form>
  )
}
