import { session } from '#/session/session'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { TextField } from '#/ui/TextField'
import { FormFoot } from './FormFoot'
import { useAct } from './use-act'
import { useGate, type Gate } from './use-gate'
import { useKeyFields } from './use-key-fields'

const empty = { clientId: '', clientSecret: '' }

/** The audit view: what the Public API tells to the key of an organization. */
export function OrganizationKeyForm({ gate }: { gate: Gate }) {
  const signIn = useAct(
    (values: typeof empty) => session.call('signInWithOrganizationKey', values),
    () => undefined,
  )
  const { values, change, missing, submit } = useKeyFields(empty, signIn.reset)
  const { isHeld, press } = useGate(gate, () => !signIn.isPending && signIn.mutate(values))

  return (
    <form onSubmit={submit(press)} noValidate className="flex flex-col gap-4">
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
      <FormFoot signIn={signIn} working="Signing in" isHeld={isHeld} closedReason={gate.closedReason} />
    </form>
  )
}
