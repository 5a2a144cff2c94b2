import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { secretValueQuery } from '#/data/secrets'
import { Button } from '#/ui/Button'

const route = getRouteApi('/open/orgs/$orgId/secrets/$secretId/')

export function SecretValueTab() {
  const { orgId, secretId } = route.useParams()
  const value = useQuery(secretValueQuery(orgId, secretId))
  return (
    <div>
      <Button onClick={() => void value.refetch()}>Reveal</Button>
      {value.error && <p role="alert">{value.error.message}</p>}
      {value.data?.value.ok && <pre>{value.data.value.text}</pre>}
    </div>
  )
}
