import type { UserRow } from '#/mocks/store/tables'
import type { OrganizationSlug } from './accounts'
import json from './keys.json'

/** All keys are base64, wrapped ones EncStrings. All of it is fake test material, see `about` in the file. */
export interface OrganizationKeys {
  /** The 64 bytes themselves: seeds are sealed with them when they are made. */
  key: string
  publicKey: string
  privateKey: string
  apiKey: string
}

export interface AccountKeys {
  masterPasswordHash: string
  key: string
  publicKey: string
  privateKey: string
  apiKey: string
  totpSecret: string
  /** Organization key wrapped for the account (type 4), by organization. */
  organizationKeys: Record<string, string>
  /** Of accounts of encryption V2 only. */
  v2?: NonNullable<UserRow['accountKeysV2']>
  /** User key wrapped for the organization, for members who joined account recovery. */
  recoveryKeys: Record<string, string>
}

export interface TokenKeys {
  /** What the holder of the token has: `0.<id>.<client secret>:<seed>`. */
  token: string
  encryptedPayload: string
  key: string
}

export interface SeedKeys {
  about: string
  organizations: Record<string, OrganizationKeys>
  accounts: Record<string, AccountKeys>
  tokens: Record<string, TokenKeys>
}

const keys: SeedKeys = json

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`keys.json has no ${what}; run scripts/make-seed-keys.ts.`)
  return value
}

export const organizationKeys = (slug: OrganizationSlug): OrganizationKeys =>
  found(keys.organizations[slug], `organization ${slug}`)

export const accountKeys = (slug: string): AccountKeys => found(keys.accounts[slug], `account ${slug}`)

export const tokenKeys = (slug: string): TokenKeys => found(keys.tokens[slug], `token ${slug}`)
