import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { PasswordField } from '#/ui/PasswordField'
import { TextField } from '#/ui/TextField'
import { sentenceOf } from './error-words'
import { useAct } from './use-act'
import { useKeyFields } from './use-key-fields'
import { WorkingBar } from './WorkingBar'

const empty = { clientId: '', clientSecret: '' }

/** The audit view: what the Public API tells to the key of an organization. */
export function OrganizationKeyForm({ closedReason }: { closedReason: string | false }) {
  const signIn = useAct(
    (values: typeof empty) => session.call('signInWithOrganizationKey', values),
    () => undefined,
  )
  const { values, change, missing, submit } = useKeyFields(empty, signIn.reset)
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
