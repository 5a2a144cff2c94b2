import type { CollectionAccessDetails } from '#/api/contract'
import { encryptText } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { rightOfFlags } from '#/domain/collection-rights'
import { mergeRights } from '#/domain/list-merge'
import type { CollectionRights, CollectionRow, Saved } from '#/session/organization-types'
import { entriesOf, grantsOf } from './groups'
import { organizationKey } from './keys'
import { openText } from './secret-read'
import type { Context } from './vault'

const SHARED = 0

async function rowOf(key: SymmetricKey, row: CollectionAccessDetails): Promise<CollectionRow> {
  return {
    id: row.id,
    name: await openText(key, row.name),
    externalId: row.externalId,
    groups: entriesOf(row.groups ?? []),
    users: entriesOf(row.users ?? []),
    own: row.assigned ? rightOfFlags(row) : null,
    hasLists: row.groups !== null && row.users !== null,
  }
}

/** Those that this account may see; the server answers an empty list to whom it refuses. */
export async function listCollections(
  context: Context,
  orgId: string,
  signal?: AbortSignal,
): Promise<CollectionRow[]> {
  const key = await organizationKey(context.vault, orgId)
  const answer = await context.client.call(
    'collectionDetailsList',
    { params: { orgId } },
    { ...(signal && { signal }) },
  )
  return Promise.all(answer.data.filter(({ type }) => type === SHARED).map((row) => rowOf(key, row)))
}

export async function createCollection(
  context: Context,
  orgId: string,
  { name, groups, users }: CollectionRights & { name: string },
): Promise<{ id: string }> {
  const key = await organizationKey(context.vault, orgId)
  const body = {
    name: await encryptText(key, name),
    externalId: null,
    groups: grantsOf(groups),
    users: grantsOf(users),
  }
  const { id } = await context.client.call('collectionCreate', { params: { orgId }, body })
  return { id }
}

/** A name is written with both lists of rights, which therefore are read first and go back as they are. */
export async function renameCollection(
  context: Context,
  orgId: string,
  id: string,
  name: string,
): Promise<void> {
  const key = await organizationKey(context.vault, orgId)
  const params = { orgId, id }
  const now = await context.client.call('collectionDetailsGet', { params })
  await context.client.call('collectionUpdate', {
    params,
    body: {
      name: await encryptText(key, name),
      externalId: now.externalId,
      groups: now.groups ?? [],
      users: now.users ?? [],
    },
  })
}

export interface SaveCollectionRights {
  organizationId: string
  id: string
  base: CollectionRights
  wanted: CollectionRights
}

/** Reads both lists again, puts this person's changes in, and writes them whole. The name goes back as ciphertext. */
export async function saveCollectionRights(
  context: Context,
  { organizationId: orgId, id, base, wanted }: SaveCollectionRights,
): Promise<Saved<CollectionRights>> {
  const params = { orgId, id }
  const row = await context.client.call('collectionDetailsGet', { params })
  const now = { groups: entriesOf(row.groups ?? []), users: entriesOf(row.users ?? []) }
  const groups = mergeRights(new Map(base.groups), new Map(wanted.groups), new Map(now.groups))
  const users = mergeRights(new Map(base.users), new Map(wanted.users), new Map(now.users))
  if (groups.conflicts.length + users.conflicts.length > 0) return { outcome: 'conflict', now }
  if (!groups.isChanged && !users.isChanged) return { outcome: 'unchanged' }
  await context.client.call('collectionUpdate', {
    params,
    body: {
      name: row.name,
      externalId: row.externalId,
      groups: grantsOf(groups.result),
      users: grantsOf(users.result),
    },
  })
  return { outcome: 'saved', others: groups.others.length + users.others.length }
}

export async function deleteCollection(context: Context, orgId: string, id: string): Promise<void> {
  await context.client.call('collectionDelete', { params: { orgId, id } })
}
