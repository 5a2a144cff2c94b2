import {
  unwrapOrganizationKey,
  unwrapOrganizationKeyBytes,
  unwrapProviderOrganizationKey,
} from '#/crypto/rsa'
import type { UserKey } from '#/crypto/master-key'
import type { PrivateKey } from '#/crypto/rsa'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import type { Bytes } from '#/lib/bytes'
import { SessionError } from '#/session/session-error'
import type { OpenKeys, Vault } from './vault'

function openKeys(vault: Vault): OpenKeys {
  if (!vault.keys) throw new SessionError('locked', 'The console is locked. Unlock it to go on.')
  return vault.keys
}

const NO_PERSON = 'The session of a machine account holds no key of a person: it keeps and makes nothing.'

/** What seals drafts and journals on this device. */
export function userKey(vault: Vault): UserKey {
  const { user } = openKeys(vault)
  if (!user) throw new SessionError('unsupported', NO_PERSON)
  return user
}

function privateKey(vault: Vault): PrivateKey {
  const { private: key } = openKeys(vault)
  if (!key) throw new SessionError('unsupported', NO_PERSON)
  return key
}

/** The organization's key, unwrapped once per unlock. */
export function organizationKey(vault: Vault, organizationId: string): Promise<SymmetricKey> {
  const keys = openKeys(vault)
  const known = keys.organizations.get(organizationId)
  if (known) return known
  const wanted = unwrapFor(vault, organizationId)
  keys.organizations.set(organizationId, wanted)
  // A failure is not remembered: a refreshed profile may bring the right key.
  wanted.catch(() => keys.organizations.delete(organizationId))
  return wanted
}

async function unwrapFor(vault: Vault, organizationId: string): Promise<SymmetricKey> {
  const own = privateKey(vault)
  const member = vault.profile?.organizations.find((o) => o.id === organizationId)
  if (member?.key) {
    return unwrapOrganizationKey(own, member.key).catch(() => {
      throw new SessionError(
        'no-key',
        'The key of this organization does not open with your account. Ask an owner to confirm you again.',
      )
    })
  }
  const provided = vault.profile?.providerOrganizations?.find((o) => o.id === organizationId)
  const provider = vault.profile?.providers?.find((p) => p.id === provided?.providerId)
  if (provided?.key && provider?.key) {
    return unwrapProviderOrganizationKey(await unwrapOrganizationKey(own, provider.key), provided.key)
  }
  throw new SessionError('no-key', 'Your account holds no key of this organization.')
}

/** The key's 64 bytes, for making an access token: unwrapped anew, wiped as soon as `act` is done. */
export async function withOrganizationKeyBytes<T>(
  vault: Vault,
  organizationId: string,
  act: (bytes: Bytes) => Promise<T>,
): Promise<T> {
  const own = privateKey(vault)
  const member = vault.profile?.organizations.find((o) => o.id === organizationId)
  if (!member?.key) throw new SessionError('no-key', 'Your account holds no key of this organization.')
  const bytes = await unwrapOrganizationKeyBytes(own, member.key)
  try {
    return await act(bytes)
  } finally {
    bytes.fill(0)
  }
}
