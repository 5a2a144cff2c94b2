import { Link } from '@tanstack/react-router'
import { envNameChanges, envNames } from '#/domain/env-name'
import { snippets } from '#/domain/snippets'
import { useSecretPage } from '#/features/secrets/secret-context'
import { Callout } from '#/ui/Callout'
import { linkClass } from '#/ui/link-class'
import { SnippetBox } from '#/ui/SnippetBox'

/** How a machine reads this very secret: snippets with its id. Nothing is read for them. */
export function SecretUseTab() {
  const { secret, organization } = useSecretPage()
  const [named] = envNames([{ id: secret.id, name: secret.name }])
  const shown = snippets({
    origin: location.origin,
    organizationId: organization.id,
    projectId: secret.project?.id ?? null,
    secrets: named ? [named] : [],
  })
  const params = { orgId: organization.id, secretId: secret.id }
  return (
    <section aria-label="Use" className="flex max-w-220 flex-col gap-4 p-4">
      <title>{`Use of secret ${secret.id.slice(0, 8)} · Strongroom`}</title>
      <p className="text-muted">
        A machine account reads it with an access token of its own.{' '}
        <Link to="/orgs/$orgId/secrets/$secretId/access" params={params} className={`${linkClass} underline`}>
          Access
        </Link>{' '}
        says which ones may;{' '}
        <Link to="/orgs/$orgId/machine-accounts" params={params} className={`${linkClass} underline`}>
          machine accounts
        </Link>{' '}
        make tokens, and have snippets for many secrets at once.
      </p>
      {named?.change && (
        <Callout title={`The variable is ${named.variable}.`}>
          The name is spelled otherwise {envNameChanges[named.change]}.
        </Callout>
      )}
      <SnippetBox label="Tools" snippets={shown} />
      <p className="text-meta text-muted">
        Each read by the machine is recorded under its name. The snippets hold ids and no value; the token
        stands in a variable.
      </p>
    </section>
  )
}
