import type { CollectionRight } from '#/session/member-types'
import { organizationKey } from './keys'
import { loadMembership } from './members'
import { isRefusal } from './policy-read'
import { openText } from './secret-read'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

export interface NamedCollection {
  id: string
  name: OpenedText
  /** Whether this account may say who uses it; a posted one that it may not makes the server refuse all with 404. */
  mayGive: boolean
}

interface Listed {
  id: string
  name: string
  manage: boolean
  unmanaged: boolean
}

/** Those of the organization with the right of this account on each (organization-api.md 4, PUT). */
async function listed(context: Context, orgId: string, signal?: AbortSignal): Promise<(Listed & Given)[]> {
  const own = loadMembership(context, orgId)
  const isAdmin = own.role === 'owner' || own.role === 'admin'
  const editsAny = own.permissions.includes('editAnyCollection')
  const answer = await context.client.call(
    'collectionDetailsList',
    { params: { orgId } },
    { ...(signal && { signal }) },
  )
  return answer.data
    .filter(({ type }) => type === 0)
    .map(({ id, name, manage, unmanaged }) => {
      const ofNobody = unmanaged && (isAdmin || editsAny)
      const mayGive = editsAny || (isAdmin && own.mayGiveAllCollections) || manage || ofNobody
      return { id, name, manage, unmanaged, mayGive }
    })
}

type Given = { mayGive: boolean }

/** Null where this account may not list them. */
export async function listMemberCollections(
  context: Context,
  organizationId: string,
  signal: AbortSignal,
): Promise<NamedCollection[] | null> {
  try {
    const [key, rows] = await Promise.all([
      organizationKey(context.vault, organizationId),
      listed(context, organizationId, signal),
    ])
    return await Promise.all(
      rows.map(async ({ id, name, mayGive }) => ({ id, name: await openText(key, name), mayGive })),
    )
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Only what this account may give is sent: the server keeps the rest as it is. */
export async function givable(
  context: Context,
  orgId: string,
  rights: readonly CollectionRight[],
): Promise<CollectionRight[]> {
  if (rights.length === 0) return []
  const rows = await listed(context, orgId)
  const open = new Set(rows.filter(({ mayGive }) => mayGive).map(({ id }) => id))
  return rights.filter(({ id }) => open.has(id))
}
