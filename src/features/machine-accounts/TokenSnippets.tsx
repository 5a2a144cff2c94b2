import { envNames } from '#/domain/env-name'
import { snippets } from '#/domain/snippets'
import { SnippetBox } from '#/ui/SnippetBox'
import { useMachinePage } from './machine-context'
import { useReachableSecrets } from './use-reachable-secrets'

const SHOWN = 2

/** Beside a new token: how it is used, with the first secrets in its reach. Draws nothing while none is known. */
export function TokenSnippets() {
  const { organization } = useMachinePage()
  const { secrets } = useReachableSecrets()
  const some = secrets?.slice(0, SHOWN) ?? []
  if (some.length === 0) return null
  return (
    <SnippetBox
      label="Tools"
      snippets={snippets({
        origin: location.origin,
        organizationId: organization.id,
        projectId: some[0]?.projectId ?? null,
        secrets: envNames(some),
      })}
    />
  )
}
