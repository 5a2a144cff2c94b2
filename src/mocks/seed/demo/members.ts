import { accounts } from '#/mocks/seed/accounts'
import type { Moments } from '#/mocks/seed/moments'
import { memberRow, userRow } from '#/mocks/seed/people'
import type { MemberFacts } from '#/mocks/seed/people'
import { personas } from '#/mocks/seed/personas'
import type { PersonaId } from '#/mocks/seed/personas'
import { permissionNames } from '#/mocks/store/permissions'
import type { DeviceRow, MemberRow, Permissions, UserRow } from '#/mocks/store/tables'
import { idFor } from '#/mocks/seed/random'
import { stampAt } from '#/mocks/seed/moments'
import { originOf } from './cast'

export const INVITED = { slug: 'invited', email: 'lea.brandt@harbourline.example' }

const only = (name: string): Permissions =>
  Object.fromEntries(permissionNames.map((permission) => [permission, permission === name]))

type Seat = Omit<MemberFacts, 'organization' | 'slug' | 'created' | 'changed'> & {
  joined: number
  changed?: number
}

const seat = (
  type: Seat['type'],
  secretsManager: boolean,
  joined: number,
  more: Partial<Seat> = {},
): Seat => ({
  type,
  secretsManager,
  joined,
  ...more,
})

/** The seventeen members of Harbourline who have an account; the eighteenth is only invited. */
const seats: Partial<Record<PersonaId, Seat>> = {
  owner: seat(0, true, 540),
  secondOwner: seat(0, true, 538),
  admin: seat(1, true, 530),
  argonAdmin: seat(1, true, 402),
  adminWithoutSm: seat(1, false, 377, { changed: 64 }),
  auditor: seat(4, true, 301, { permissions: only('accessEventLogs'), changed: 77 }),
  reader: seat(2, true, 288, { recovery: true }),
  groupWriter: seat(2, true, 512, { recovery: true, ssoExternalId: 'idp-priya.raman' }),
  projectWriter: seat(2, true, 420),
  twoOrganizations: seat(2, true, 430),
  oneSecret: seat(2, true, 166),
  nothing: seat(2, true, 14),
  withoutSm: seat(2, false, 205, {
    externalId: 'scim-delphine.maury',
    ssoExternalId: 'idp-delphine.maury',
    isClaimed: true,
  }),
  authenticator: seat(2, true, 344, { recovery: true }),
  emailCode: seat(2, true, 333),
  toConfirm: seat(2, false, 12, { status: 1, changed: 3 }),
  revoked: seat(2, true, 281, { status: -1, statusBeforeRevoke: 2, revocationReason: 1, changed: 31 }),
}

const others: Partial<Record<PersonaId, number>> = {
  tidewaterOwner: 320,
  newEncryption: 58,
  noSmOrganization: 275,
  ssoOnly: 271,
  noOrganization: 90,
  passkeyOnly: 61,
}

const colours = ['#5d7a8c', '#8c5d6b', null, '#6b8c5d', null]

export function demoUsers(moments: Moments): UserRow[] {
  return personas.map((persona, index) => {
    const account = accounts.find(({ slug }) => slug === persona.id)
    if (!account) throw new Error(`No account of ${persona.id}.`)
    const joined = seats[persona.id]?.joined ?? others[persona.id] ?? 100
    return userRow({
      ...account,
      name: persona.name,
      email: persona.email,
      created: moments.workday(joined + 1, '08:50'),
      authenticator: persona.secondFactor === 'authenticator',
      emailCode: persona.secondFactor === 'email',
      otherTwoFactor: persona.id === 'passkeyOnly' ? [2, 7] : [],
      avatarColor: colours[index % colours.length] ?? null,
    })
  })
}

export function harbourlineMembers(moments: Moments): MemberRow[] {
  const known = Object.entries(seats).map(([slug, { joined, changed, ...facts }]) =>
    memberRow({
      organization: 'harbourline',
      slug,
      ...facts,
      created: moments.workday(joined, '09:30'),
      changed: moments.workday(changed ?? joined, '11:05'),
    }),
  )
  const invited = memberRow({
    organization: 'harbourline',
    slug: INVITED.slug,
    invited: INVITED.email,
    type: 2,
    secretsManager: true,
    status: 0,
    created: moments.workday(9, '14:28'),
  })
  return [...known, invited]
}

/** One known browser for everybody, so that a server that checks devices asks only on new ones. */
export function demoDevices(users: readonly UserRow[]): DeviceRow[] {
  return users.map((user, index) => {
    const persona = personas[index]
    const type = persona ? originOf(persona.id).deviceType : 9
    return {
      id: idFor(`device/${user.id}`),
      userId: user.id,
      identifier: idFor(`deviceIdentifier/${user.id}`),
      name: type === 10 ? 'firefox' : type === 17 ? 'safari' : 'chrome',
      type,
      creationDate: stampAt(Date.parse(user.creationDate) + 600_000),
    }
  })
}
