import { categoryOf } from './codes'
import { eventRow, type EventRow } from './row'

/** Stands for whoever the Public API does not name: no account has it. */
export const UNNAMED_PERSON = '00000000-0000-0000-0000-000000000000'

interface PublicRow {
  type: number
  date: string
  itemId: string | null
  memberId: string | null
  device: number | null
  collectionId: string | null
  groupId: string | null
  policyId: string | null
  actingUserId: string | null
  installationId: string | null
  ipAddress: string | null
  secretId: string | null
  projectId: string | null
  serviceAccountId: string | null
}

/** Acts of a person, or of a machine account that the row would name. */
const OF_PEOPLE = new Set(['secret', 'project'])

/**
 * A row of the Public API under the names of the private one (public-api.md §7). It lacks `userId`, in which rows of
 * secrets and projects have the person: where no machine account acted, somebody did who is not named.
 */
export function publicRow({ itemId, memberId, device, ...sent }: PublicRow): EventRow {
  const isPerson =
    OF_PEOPLE.has(categoryOf(sent.type) ?? '') && sent.serviceAccountId === null && sent.actingUserId === null
  return eventRow({
    ...sent,
    cipherId: itemId,
    organizationUserId: memberId,
    deviceType: device,
    userId: isPerson ? UNNAMED_PERSON : null,
  })
}

/** Filters that the Public API has; of several it applies one. */
export type PublicFilter = Partial<Record<'actingUserId' | 'itemId' | 'secretId' | 'projectId', string>>

const FILTER_OF: Readonly<Record<string, keyof PublicFilter>> = {
  account: 'actingUserId',
  item: 'itemId',
  secret: 'secretId',
  project: 'projectId',
}

/** The filter that reads exactly what is chosen of actors or objects; null where the whole log has to be read. */
export function publicFilterOf(choice: {
  actor?: { wanted: readonly string[] }
  object?: { wanted: readonly string[] }
}): PublicFilter | null {
  for (const { wanted } of [choice.actor, choice.object].filter((each) => each !== undefined)) {
    const [only, ...others] = wanted
    const [kind = '', id = ''] = only?.split(':') ?? []
    const field = FILTER_OF[kind]
    if (field && others.length === 0 && id !== '' && id !== UNNAMED_PERSON) return { [field]: id }
  }
  return null
}
