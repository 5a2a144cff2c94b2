import type { Kdf } from '#/crypto/kdf'

/**
 * Everybody who can sign in to the demo. Each stands for one role or one rule of the server, so that a rule
 * can be seen (and tested) by signing in as its person. All of it is made up; the passwords are meant to be read.
 */
export interface Persona {
  id: PersonaId
  name: string
  email: string
  password: string
  kdf: Kdf
  /** What the person is, in one sentence. */
  role: string
  /** What signing in as this person shows. */
  shows: string
  organization: 'Harbourline' | 'Tidewater' | 'Fairlead' | null
  secondFactor?: 'authenticator' | 'email'
}

export type PersonaId =
  | 'owner'
  | 'secondOwner'
  | 'admin'
  | 'argonAdmin'
  | 'adminWithoutSm'
  | 'auditor'
  | 'reader'
  | 'groupWriter'
  | 'projectWriter'
  | 'twoOrganizations'
  | 'oneSecret'
  | 'nothing'
  | 'withoutSm'
  | 'authenticator'
  | 'emailCode'
  | 'toConfirm'
  | 'revoked'
  | 'tidewaterOwner'
  | 'newEncryption'
  | 'noSmOrganization'
  | 'ssoOnly'
  | 'noOrganization'
  | 'passkeyOnly'

const pbkdf2: Kdf = { type: 'pbkdf2', iterations: 600_000 }

const person = (
  id: PersonaId,
  name: string,
  role: string,
  shows: string,
  more: Partial<Persona> = {},
): Persona => {
  const organization = more.organization === undefined ? 'Harbourline' : more.organization
  const [first = ''] = name.toLowerCase().split(' ')
  const domain = `${(organization ?? 'private').toLowerCase()}.example`
  return {
    id,
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@${domain}`,
    password: `${first} ${organization === 'Harbourline' ? 'harbour' : 'quiet'} vault`,
    kdf: pbkdf2,
    role,
    shows,
    organization,
    ...more,
  }
}

export const personas: readonly Persona[] = [
  person(
    'owner',
    'Mara Lindqvist',
    'Owner with Secrets Manager.',
    'Everything, and the only role that sees the organization key.',
    {
      password: 'correct horse vault',
    },
  ),
  person(
    'secondOwner',
    'Ines Carvalho',
    'Second owner with Secrets Manager.',
    'What two owners may do to each other.',
  ),
  person(
    'admin',
    'Tomas Okafor',
    'Admin with Secrets Manager.',
    'All secrets and people, but not the organization key.',
  ),
  person(
    'argonAdmin',
    'Sana Whitlock',
    'Admin whose account derives its key with Argon2id.',
    'The slower derivation; all collections.',
    {
      kdf: { type: 'argon2id', iterations: 3, memory: 32, parallelism: 4 },
    },
  ),
  person(
    'adminWithoutSm',
    'Henrik Kolstad',
    'Admin without Secrets Manager.',
    'Being admin opens no secret: everything there is "not found".',
  ),
  person(
    'auditor',
    'Ruth Elling',
    'Custom role that may only read event logs.',
    'The log, and no secret at all.',
  ),
  person(
    'reader',
    'Aiko Senda',
    'User who reads two projects.',
    'Checkout and Warehouse without any act of change.',
  ),
  person(
    'groupWriter',
    'Priya Raman',
    'User who writes through a group.',
    'Rights that come from Payments engineers alone.',
  ),
  person(
    'projectWriter',
    'Jonas Weidl',
    'User with grants of every kind.',
    'Direct, through two groups, and on single secrets.',
  ),
  person(
    'twoOrganizations',
    'Noor Haddad',
    'User of Mobile, and admin of Tidewater.',
    'The organization switcher.',
  ),
  person(
    'oneSecret',
    'Olu Kasim',
    'User with a grant on one secret.',
    'One row, whose project cannot be opened.',
  ),
  person(
    'nothing',
    'Kwame Osei',
    'User with Secrets Manager and no grant.',
    'Lists that are empty because nothing is permitted.',
  ),
  person('withoutSm', 'Delphine Maury', 'User without Secrets Manager.', 'Asking an owner for it.'),
  person(
    'authenticator',
    'Leo Marchetti',
    'User with an authenticator app.',
    'The second step of signing in.',
    {
      secondFactor: 'authenticator',
    },
  ),
  person(
    'emailCode',
    'Piet Verhulst',
    'User with codes by e-mail, and an older account.',
    'The mailed code; PBKDF2 with 100,000 rounds.',
    {
      secondFactor: 'email',
      kdf: { type: 'pbkdf2', iterations: 100_000 },
    },
  ),
  person(
    'toConfirm',
    'Esra Baydar',
    'Accepted the invitation, waits to be confirmed.',
    'An account that no organization opens yet.',
  ),
  person('revoked', 'Viktor Hale', 'Revoked member.', 'An account whose organization is gone from view.'),
  person(
    'tidewaterOwner',
    'Isla Renwick',
    'Owner of Tidewater.',
    'Another organization, which sees nothing of Harbourline.',
    {
      organization: 'Tidewater',
    },
  ),
  person(
    'newEncryption',
    'Wren Adeyemi',
    'Reader in Tidewater whose account has the newer encryption.',
    'A private key that is no longer wrapped by AES-CBC.',
    { organization: 'Tidewater' },
  ),
  person(
    'noSmOrganization',
    'Bruno Castell',
    'Owner of an organization without Secrets Manager.',
    'An organization that cannot be opened here.',
    {
      organization: 'Fairlead',
    },
  ),
  person(
    'ssoOnly',
    'Yara Lindholm',
    'Member of an organization that wants single sign-on.',
    'A way of signing in that is not supported.',
    {
      organization: 'Fairlead',
    },
  ),
  person(
    'noOrganization',
    'Nils Aho',
    'Account without any organization.',
    'Signing in where there is nothing to open.',
    {
      organization: null,
    },
  ),
  person(
    'passkeyOnly',
    'Cleo Marsh',
    'Account with Duo and a passkey as second factors.',
    'Second factors that are named, not accepted.',
    {
      organization: null,
    },
  ),
]
