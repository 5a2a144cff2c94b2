/**
 * Fills `src/mocks/seed/keys.json` with what is missing in it; what is there stays, so that printed passwords,
 * tokens and stored demo data keep working when somebody is added. Run with `npx tsx scripts/make-seed-keys.ts`.
 * Everything it makes is fake: it protects sample text whose passwords stand in the repository.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createAccessToken } from '#/crypto/access-token'
import { CONTENT_TYPE } from '#/crypto/cose'
import type { ContentType } from '#/crypto/cose'
import { XAES_256_GCM } from '#/crypto/cose-key'
import { deriveMasterKey, passwordHash } from '#/crypto/kdf'
import { stretchMasterKey } from '#/crypto/master-key'
import { buildType7, encodePaddedCoseKey, generateCoseKeyParts } from '#/crypto/mock-only'
import { systemRandom } from '#/crypto/random'
import { wrapOrganizationKey } from '#/crypto/rsa'
import { encryptBytes, generateSymmetricKeyBytes, importSymmetricKey } from '#/crypto/symmetric-key'
import { accounts, organizationSlugs } from '#/mocks/seed/accounts'
import type { SeedAccount } from '#/mocks/seed/accounts'
import type { AccountKeys, OrganizationKeys, SeedKeys, TokenKeys } from '#/mocks/seed/keys'
import { tokenSpecs } from '#/mocks/seed/machine-tokens'
import type { TokenSpec } from '#/mocks/seed/machine-tokens'
import { diceFor, idFor } from '#/mocks/seed/random'

const file = new URL('../src/mocks/seed/keys.json', import.meta.url)

const about =
  'FAKE test material for the imitation server: its passwords are printed in the sign-in table. Nothing here protects anything.'

const keys: SeedKeys = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as SeedKeys)
  : { about, organizations: {}, accounts: {}, tokens: {} }

const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64')
const unbase64 = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'))

async function makeKeyPair() {
  const algorithm = {
    name: 'RSA-OAEP',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-1',
  }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['encrypt', 'decrypt'])
  return {
    publicKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)),
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

async function makeOrganization(slug: string): Promise<OrganizationKeys> {
  const key = generateSymmetricKeyBytes()
  const pair = await makeKeyPair()
  return {
    key: base64(key),
    publicKey: pair.publicKey,
    privateKey: await encryptBytes(await importSymmetricKey(key), pair.privateKey),
    apiKey: diceFor(`organization-api-key/${slug}`).letters(30),
  }
}

/** Signing key, signatures and security state of V2 are placeholders, which no console looks into. */
async function makeUserKey(isV2: boolean, privateKey: Uint8Array) {
  if (!isV2) {
    const userKey = generateSymmetricKeyBytes()
    return { userKey, privateKey: await encryptBytes(await importSymmetricKey(userKey), privateKey) }
  }
  const parts = generateCoseKeyParts(XAES_256_GCM)
  const wrap = (contentType: ContentType, bytes: Uint8Array) => buildType7(parts, contentType, bytes)
  const v2 = {
    wrappedSigningKey: await wrap(CONTENT_TYPE.bytes, systemRandom(64)),
    verifyingKey: base64(systemRandom(42)),
    signedPublicKey: base64(systemRandom(420)),
    securityState: base64(systemRandom(160)),
    securityVersion: 2,
  }
  return { userKey: encodePaddedCoseKey(parts), privateKey: await wrap(CONTENT_TYPE.pkcs8, privateKey), v2 }
}

async function makeAccount(account: SeedAccount): Promise<AccountKeys> {
  const masterKey = await deriveMasterKey(account.password, account.salt, account.kdf)
  const pair = await makeKeyPair()
  const { userKey, ...wrapped } = await makeUserKey(account.isV2 ?? false, pair.privateKey)
  const recoverable = account.isV2 ? [] : account.opens
  const recoveryKeys = recoverable.map(async (slug) => [
    slug,
    await wrapOrganizationKey(userKey, organization(slug).publicKey),
  ])
  return {
    masterPasswordHash: await passwordHash(masterKey, account.password),
    key: await encryptBytes(await stretchMasterKey(masterKey), userKey),
    publicKey: pair.publicKey,
    ...wrapped,
    apiKey: diceFor(`user-api-key/${account.slug}`).letters(30),
    totpSecret: diceFor(`totp/${account.slug}`).letters(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
    organizationKeys: {},
    recoveryKeys: Object.fromEntries(await Promise.all(recoveryKeys)) as Record<string, string>,
  }
}

function organization(slug: string): OrganizationKeys {
  const found = keys.organizations[slug]
  if (!found) throw new Error(`No keys of organization ${slug}.`)
  return found
}

async function makeToken(spec: TokenSpec): Promise<TokenKeys> {
  const organizationKeyBytes = unbase64(organization(spec.organization).key)
  const organizationKey = await importSymmetricKey(organizationKeyBytes)
  const made = await createAccessToken({ organizationKeyBytes, organizationKey, name: spec.name })
  const clientSecret = diceFor(`client-secret/${spec.slug}`).letters(30)
  return {
    token: made.assemble(idFor(`accessToken/${spec.slug}`), clientSecret),
    encryptedPayload: made.request.encryptedPayload,
    key: made.request.key,
  }
}

for (const slug of organizationSlugs) keys.organizations[slug] ??= await makeOrganization(slug)
for (const account of accounts) {
  const made = (keys.accounts[account.slug] ??= await makeAccount(account))
  for (const slug of account.opens) {
    const { key } = organization(slug)
    made.organizationKeys[slug] ??= await wrapOrganizationKey(unbase64(key), made.publicKey)
  }
}
for (const spec of tokenSpecs) keys.tokens[spec.slug] ??= await makeToken(spec)

writeFileSync(file, `${JSON.stringify({ ...keys, about }, null, 2)}\n`)
console.log(`${Object.keys(keys.accounts).length} accounts, ${Object.keys(keys.tokens).length} tokens`)
