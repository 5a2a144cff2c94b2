import { createAccessToken } from '#/crypto/access-token'
import { organizationKey, withOrganizationKeyBytes } from './keys'
import { openText } from './secret-read'
import type { OpenedText } from './secret-read'
import type { Context } from './vault'

export interface MachineToken {
  id: string
  name: OpenedText
  /** Epoch ms; null: never. Expired ones stay in the list until they are revoked. */
  expiresAt: number | null
  created: number
}

export interface MachineRef {
  organizationId: string
  machineId: string
}

/** The server records neither this nor the use of a single token. */
export async function listTokens(
  context: Context,
  { organizationId, machineId }: MachineRef,
  signal?: AbortSignal,
): Promise<MachineToken[]> {
  const key = await organizationKey(context.vault, organizationId)
  const answer = await context.client.call('accessTokenList', { params: { id: machineId } }, { signal })
  return Promise.all(
    answer.data.map(async ({ id, name, expireAt, creationDate }) => ({
      id,
      name: await openText(key, name),
      expiresAt: expireAt === null ? null : Date.parse(expireAt),
      created: Date.parse(creationDate),
    })),
  )
}

export interface NewToken extends MachineRef {
  name: string
  /** Epoch ms; null: never. */
  expiresAt: number | null
}

export interface MadeToken {
  id: string
  /** The whole token, in plaintext: it exists here and nowhere else. */
  token: string
}

/** Makes a token as identity-and-crypto.md §4.5 says. The seed in it never goes to the server. */
export async function createToken(context: Context, request: NewToken): Promise<MadeToken> {
  const { organizationId, machineId, name, expiresAt } = request
  const key = await organizationKey(context.vault, organizationId)
  const made = await withOrganizationKeyBytes(context.vault, organizationId, (organizationKeyBytes) =>
    createAccessToken({ organizationKeyBytes, organizationKey: key, name }),
  )
  const answer = await context.client.call('accessTokenCreate', {
    params: { id: machineId },
    body: { ...made.request, expireAt: expiresAt === null ? null : new Date(expiresAt).toISOString() },
  })
  return { id: answer.id, token: made.assemble(answer.id, answer.clientSecret) }
}

/** Unknown ids are passed over by the server in silence: the caller reads the list again. */
export async function revokeTokens(context: Context, machineId: string, ids: string[]): Promise<void> {
  await context.client.call('accessTokenRevoke', { params: { id: machineId }, body: { ids } })
}
