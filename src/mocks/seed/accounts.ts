import type { Kdf } from '#/crypto/kdf'
import { personas } from './personas'
import type { Persona } from './personas'

/** Organizations whose keys are fixed in `keys.json`. */
export type OrganizationSlug = 'harbourline' | 'tidewater' | 'fairlead' | 'empty' | 'large'

export const organizationSlugs: readonly OrganizationSlug[] = [
  'harbourline',
  'tidewater',
  'fairlead',
  'empty',
  'large',
]

/** What `scripts/make-seed-keys.ts` makes a set of keys for. */
export interface SeedAccount {
  slug: string
  /** Salt of the key derivation. The crew of `large` shares accounts' keys, so there it is not the e-mail. */
  salt: string
  password: string
  kdf: Kdf
  /** Organizations whose key is wrapped for this account. */
  opens: readonly OrganizationSlug[]
  /** Account of encryption V2: a COSE user key, and a private key of type 7. */
  isV2?: true
}

function opens(persona: Persona): OrganizationSlug[] {
  if (persona.id === 'toConfirm' || persona.organization === null) return []
  if (persona.id === 'twoOrganizations') return ['harbourline', 'tidewater']
  return [persona.organization.toLowerCase() as OrganizationSlug]
}

const pbkdf2: Kdf = { type: 'pbkdf2', iterations: 600_000 }

export const emptyOwner: SeedAccount = {
  slug: 'emptyOwner',
  salt: 'owner@new.example',
  password: 'blank page vault',
  kdf: pbkdf2,
  opens: ['empty'],
}

export const largeOwner: SeedAccount = {
  slug: 'largeOwner',
  salt: 'owner@longshore.example',
  password: 'hundred thousand vault',
  kdf: pbkdf2,
  opens: ['large'],
}

/** Eight sets of keys for any number of members: making a key pair for each would take an hour. */
export const largeCrew: readonly SeedAccount[] = Array.from({ length: 8 }, (_, index) => ({
  slug: `crew${index + 1}`,
  salt: `crew${index + 1}@longshore.example`,
  password: 'many hands vault',
  kdf: pbkdf2,
  opens: ['large'],
}))

export const accounts: readonly SeedAccount[] = [
  ...personas.map((persona) => ({
    slug: persona.id,
    salt: persona.email,
    password: persona.password,
    kdf: persona.kdf,
    opens: opens(persona),
    ...(persona.id === 'newEncryption' ? { isV2: true as const } : {}),
  })),
  emptyOwner,
  largeOwner,
  ...largeCrew,
]
