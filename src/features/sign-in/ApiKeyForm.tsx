import { session } from '#/session/session'
import { PasswordField } from '#/ui/PasswordField'
import { TextField } from '#/ui/TextField'
import { FormFoot } from './FormFoot'
import { useAct } from './use-act'
import { useGate, type Gate } from './use-gate'
import { useKeyFields } from './use-key-fields'

interface Props {
  onDone: () => void
  gate: Gate
}

const empty = { clientId: '', clientSecret: '', password: '' }

/** The way in for accounts whose second factor or single sign-on this console does not do. */
export function ApiKeyForm({ onDone, gate }: Props) {
  const signIn = useAct((values: typeof empty) => session.call('signInWithApiKey', values), onDone)
  const { values, change, missing, submit } = useKeyFields(empty)
  const { isHeld, press } = useGate(gate, () => !signIn.isPending && signIn.mutate(values))

  return (
    <form onSubmit={submit(press)} noValidate className="flex flex-col gap-4">
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
      <FormFoot signIn={signIn} working="Deriving keys" isHeld={isHeld} closedReason={gate.closedReason} />
    </form>
  )
}
