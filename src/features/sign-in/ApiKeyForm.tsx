import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { TextField } from '#/ui/TextField'
import { sentenceOf } from './error-words'
import { useAct } from './use-act'
import { useKeyFields } from './use-key-fields'
import { WorkingBar } from './WorkingBar'

interface Props {
  onDone: () => void
  closedReason: string | false
}

const empty = { clientId: '', clientSecret: '', password: '' }

/** The way in for accounts whose second factor or single sign-on this console does not do. */
export function ApiKeyForm({ onDone, closedReason }: Props) {
  const signIn = useAct((values: typeof empty) => session.call('signInWithApiKey', values), onDone)
  const { values, change, missing, submit } = useKeyFields(empty)
  const go = () => {
    if (!closedReason && !signIn.isPending) signIn.mutate(values)
  }

  return (
    <form onSubmit={submit(go)} noValidate className="flex flex-col gap-4">
      <TextField
        label="Client id"
        mono
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="user.…"
        value={values.clientId}
        error={missing('clientId', 'Paste client_id from Account settings, Security, Keys.')}
        onChange={change('clientId')}
      />
      <PasswordField
        label="Client secret"
        autoComplete="off"
        value={values.clientSecret}
        error={missing('clientSecret', 'Paste client_secret from the same page.')}
        onChange={change('clientSecret')}
      />
      <PasswordField
        label="Master password"
        value={values.password}
        error={missing(
          'password',
          'Type your master password: the key proves who you are, the password opens your keys.',
        )}
        hint="Opens the keys here; it is not sent. Neither key nor password is kept on this device."
        onChange={change('password')}
      />
      {signIn.error && (
        <Callout tone="danger" role="alert">
          {sentenceOf(signIn.error)}
        </Callout>
      )}
      <div className="flex min-h-8 items-center justify-between gap-3">
        <span className="text-meta text-muted">
          {signIn.isPending && <WorkingBar label="Deriving keys" />}
        </span>
        <Button type="submit" variant="solid" busy={signIn.isPending} disabledReason={closedReason}>
          Sign in
        </Button>
      </div>
    </form>
  )
}
