import { useQuery } from '@tanstack/react-query'
import { secretVersionsQuery, valueOriginsQuery } from '#/data/secrets'
import type { Author, History } from '#/domain/history-types'
import { generationOf, readHistory } from '#/domain/secret-history'
import type { OrganizationView } from '#/session/protocol'
import { useSecretPage } from '#/features/secrets/secret-context'
import { useAuthorNames } from './use-author-names'

export interface SecretHistory {
  status: 'loading' | 'failed' | 'not-available' | 'ready'
  history: History<number> | null
  error: Error | null
  /** Names are still coming, or the log is: authors may become known. */
  isSettling: boolean
  /** Why the log does not help with authors. */
  logState: 'read' | 'no-log' | 'not-permitted' | 'failed' | 'loading'
  /** Servers of a later generation record that versions were read. */
  isReadRecorded: boolean
  nameOf: (author: Author) => string
  refetch: () => void
}

/** Reads rows, log and names and lets `domain/` tell the story. Reading versions leaves no event on 2026.8 servers. */
export function useSecretHistory(): SecretHistory {
  const { organization, secret } = useSecretPage()
  const versions = useQuery(secretVersionsQuery(organization.id, secret.id, secret.changed))
  const origins = useQuery({
    ...valueOriginsQuery(organization.id, secret.id, secret.created),
    enabled: organization.canReadEvents,
  })
  const { members, nameOf, isPending } = useAuthorNames(organization.id)

  const userOfMember = new Map(members.flatMap((m) => (m.userId ? [[m.memberId, m.userId] as const] : [])))
  const history =
    versions.data?.isAvailable === true
      ? readHistory({
          rows: versions.data.rows,
          current: versions.data.currentMark,
          generation: generationOf(versions.data.rows),
          log: origins.data ? { ...origins.data, userOfMember } : null,
          createdAt: secret.created,
          revisedAt: secret.changed,
        })
      : null

  return {
    status: statusOf(versions),
    history,
    error: versions.error,
    isSettling: origins.isFetching || isPending,
    logState: logStateOf(organization, origins),
    isReadRecorded: versions.data !== undefined && generationOf(versions.data.rows) === 'B',
    nameOf,
    refetch: () => void versions.refetch(),
  }
}

function logStateOf(
  organization: OrganizationView,
  origins: { data: object | null | undefined; error: Error | null },
): SecretHistory['logState'] {
  if (!organization.useEvents) return 'no-log'
  if (!organization.canReadEvents || origins.data === null) return 'not-permitted'
  if (origins.data) return 'read'
  return origins.error ? 'failed' : 'loading'
}

function statusOf(versions: {
  data: { isAvailable: boolean } | undefined
  error: Error | null
}): SecretHistory['status'] {
  if (versions.data) return versions.data.isAvailable ? 'ready' : 'not-available'
  return versions.error ? 'failed' : 'loading'
}
