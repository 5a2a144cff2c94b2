/** One setting of a policy, as a form field. Keys are the wire's. */
export type PolicyField =
  | { kind: 'switch'; key: string; label: string; hint?: string }
  | { kind: 'number'; key: string; label: string; min: number; max: number; unit?: string; hint?: string }
  | { kind: 'choice'; key: string; label: string; options: readonly PolicyChoice[]; hint?: string }
  | { kind: 'text'; key: string; label: string; max: number; hint?: string; isUrl?: true }

export interface PolicyChoice {
  /** As the data holds it. */
  value: string | number | null
  label: string
}

export interface KnownPolicy {
  type: number
  group: 'Signing in' | 'Membership' | 'Vault' | 'Sends'
  /** The effect on people, not the name. */
  title: string
  does: string
  /** Whom it hits. */
  hits: string
  fields: readonly PolicyField[]
  /** Must be on before. */
  needs?: number
  /** What else the server wants before, which cannot be judged here. */
  wants?: string
}

const EXEMPT = 'Users and custom members. Owners and admins are exempt.'
const ALL = 'Everybody, owners and admins too.'
const SINGLE_ORGANIZATION = 3

const has = (key: string, label: string): PolicyField => ({ kind: 'switch', key, label })

/** Every policy of the August 2026 server (organization-api.md 5), in the order in which it is shown. */
export const POLICIES: readonly KnownPolicy[] = [
  {
    type: 0,
    group: 'Signing in',
    title: 'Everyone has two-step sign-in',
    does: 'Members need a second factor. Who has none when it is turned on is revoked at once, and can be restored after setting one up.',
    hits: EXEMPT,
    fields: [],
  },
  {
    type: 1,
    group: 'Signing in',
    title: 'Master passwords have a minimum strength',
    does: 'New and changed master passwords must meet it. Older ones are asked for only where the last switch is on.',
    hits: ALL,
    fields: [
      {
        kind: 'choice',
        key: 'minComplexity',
        label: 'Least strength',
        options: [
          { value: null, label: 'Any' },
          { value: 0, label: 'Weak (0)' },
          { value: 1, label: 'Weak (1)' },
          { value: 2, label: 'Weak (2)' },
          { value: 3, label: 'Good (3)' },
          { value: 4, label: 'Strong (4)' },
        ],
      },
      { kind: 'number', key: 'minLength', label: 'Least length', min: 12, max: 128, unit: 'characters' },
      has('requireLower', 'A lower-case letter'),
      has('requireUpper', 'An upper-case letter'),
      has('requireNumbers', 'A digit'),
      has('requireSpecial', 'A special character'),
      {
        kind: 'switch',
        key: 'enforceOnLogin',
        label: 'Check at sign-in too',
        hint: 'Who has a weaker one must change it at the next sign-in.',
      },
    ],
  },
  {
    type: 4,
    group: 'Signing in',
    title: 'People sign in through single sign-on only',
    does: 'Members can no longer sign in with their master password. This console cannot sign in through single sign-on: they would need a personal API key here.',
    hits: EXEMPT,
    fields: [],
    needs: SINGLE_ORGANIZATION,
  },
  {
    type: 14,
    group: 'Signing in',
    title: 'The PIN cannot unlock',
    does: 'Clients no longer offer a PIN to unlock.',
    hits: EXEMPT,
    fields: [],
  },
  {
    type: 12,
    group: 'Signing in',
    title: 'Apps are signed in to automatically',
    does: 'After single sign-on, clients fill the forms of apps that the identity provider starts.',
    hits: ALL,
    fields: [{ kind: 'text', key: 'idpHost', label: 'Address of the identity provider', max: 1000 }],
  },
  {
    type: 3,
    group: 'Membership',
    title: 'Members belong to this organization only',
    does: 'Nobody can join another organization. Who is in another one when it is turned on is revoked here at once.',
    hits: EXEMPT,
    fields: [],
  },
  {
    type: 8,
    group: 'Membership',
    title: 'Owners and admins can recover accounts',
    does: 'If someone forgets the master password, an owner or an admin with that right sets a new one. Only the person can enrol.',
    hits: 'Who enrols, and with the switch below everybody who accepts an invitation.',
    fields: [
      {
        kind: 'switch',
        key: 'autoEnrollEnabled',
        label: 'Enrol people when they accept an invitation',
        hint: 'Off: each person decides in their own settings.',
      },
    ],
    needs: SINGLE_ORGANIZATION,
  },
  {
    type: 18,
    group: 'Membership',
    title: 'Members are confirmed automatically',
    does: 'A client of an admin confirms who accepts, without anybody comparing fingerprints.',
    hits: 'Who accepts an invitation as a user.',
    fields: [],
    needs: SINGLE_ORGANIZATION,
    wants: 'All members must belong to this organization alone, and there may be no provider.',
  },
  {
    type: 19,
    group: 'Membership',
    title: 'Claimed domains accept no outside accounts',
    does: 'Nobody can make an account of their own with an address of a claimed domain.',
    hits: 'Everybody with an address of a claimed domain.',
    fields: [],
    wants: 'At least one domain must be claimed.',
  },
  {
    type: 13,
    group: 'Membership',
    title: 'No family plans through the organization',
    does: 'Members cannot take the free family plan that the organization sponsors.',
    hits: ALL,
    fields: [],
  },
  {
    type: 5,
    group: 'Vault',
    title: 'Items belong to the organization',
    does: 'Members save new items in collections of the organization, not in a vault of their own.',
    hits: EXEMPT,
    fields: [],
  },
  {
    type: 10,
    group: 'Vault',
    title: 'Nobody exports a private vault',
    does: 'Clients no longer export items that are a member’s own.',
    hits: EXEMPT,
    fields: [],
  },
  {
    type: 9,
    group: 'Vault',
    title: 'The vault locks after a while',
    does: 'The longest time that a session may stay idle, and what happens then. This console keeps to it too.',
    hits: 'Users and custom members; owners are exempt.',
    fields: [
      {
        kind: 'choice',
        key: 'type',
        label: 'When',
        options: [
          { value: 'custom', label: 'After minutes' },
          { value: 'immediately', label: 'Immediately' },
          { value: 'onSystemLock', label: 'When the system locks' },
          { value: 'onAppRestart', label: 'When the app restarts' },
          { value: 'never', label: 'Never' },
        ],
      },
      { kind: 'number', key: 'minutes', label: 'Minutes', min: 1, max: 10_080, unit: 'minutes' },
      {
        kind: 'choice',
        key: 'action',
        label: 'Then',
        options: [
          { value: null, label: 'As each person chose' },
          { value: 'lock', label: 'Lock' },
          { value: 'logOut', label: 'Sign out' },
        ],
      },
    ],
    needs: SINGLE_ORGANIZATION,
  },
  {
    type: 2,
    group: 'Vault',
    title: 'Generated passwords have a minimum',
    does: 'The generator of the clients, and of this console, starts from these and goes no lower.',
    hits: ALL,
    fields: [
      {
        kind: 'choice',
        key: 'overridePasswordType',
        label: 'Kind',
        options: [
          { value: null, label: 'As each person chooses' },
          { value: 'password', label: 'Password' },
          { value: 'passphrase', label: 'Passphrase' },
        ],
      },
      { kind: 'number', key: 'minLength', label: 'Least length', min: 5, max: 128, unit: 'characters' },
      { kind: 'number', key: 'minNumbers', label: 'Least digits', min: 0, max: 9 },
      { kind: 'number', key: 'minSpecial', label: 'Least special characters', min: 0, max: 9 },
      has('useUpper', 'Upper-case letters'),
      has('useLower', 'Lower-case letters'),
      has('useNumbers', 'Digits'),
      has('useSpecial', 'Special characters'),
      { kind: 'number', key: 'minNumberWords', label: 'Least words of a passphrase', min: 3, max: 20 },
      has('capitalize', 'Words begin with a capital'),
      has('includeNumber', 'A passphrase holds a digit'),
    ],
  },
  {
    type: 15,
    group: 'Vault',
    title: 'No payment cards',
    does: 'Clients hide items of the kind card, and do not make new ones.',
    hits: ALL,
    fields: [],
  },
  {
    type: 11,
    group: 'Vault',
    title: 'Pages are filled when they load',
    does: 'Browser extensions fill logins without being asked, for everyone who installs them from now on.',
    hits: ALL,
    fields: [],
  },
  {
    type: 16,
    group: 'Vault',
    title: 'How addresses are matched',
    does: 'What counts as the same site when a login is offered, where an item does not say.',
    hits: ALL,
    fields: [
      {
        kind: 'choice',
        key: 'uriMatchDetection',
        label: 'An item fits where',
        options: [
          { value: 0, label: 'the base domain is the same' },
          { value: 1, label: 'the host is the same' },
          { value: 2, label: 'the address begins the same' },
          { value: 3, label: 'the address is exactly the same' },
          { value: 4, label: 'a regular expression fits' },
          { value: 5, label: 'never' },
        ],
      },
    ],
    needs: SINGLE_ORGANIZATION,
  },
  {
    type: 17,
    group: 'Vault',
    title: 'Desktop types logins for people',
    does: 'Autotype is on in desktop clients from the start.',
    hits: ALL,
    fields: [],
  },
  {
    type: 20,
    group: 'Vault',
    title: 'A banner greets people',
    does: 'A text of yours stands over the vault until it is closed.',
    hits: ALL,
    fields: [
      has('allowBanner', 'Show it'),
      { kind: 'text', key: 'header', label: 'Heading', max: 40 },
      { kind: 'text', key: 'description', label: 'Text', max: 250 },
      { kind: 'text', key: 'buttonText', label: 'Button', max: 20 },
      has('showAfterEveryLogin', 'After every sign-in'),
    ],
    needs: SINGLE_ORGANIZATION,
  },
  {
    type: 22,
    group: 'Vault',
    title: 'Rules for filling come from you',
    does: 'Clients fetch rules for odd forms from this address.',
    hits: ALL,
    fields: [{ kind: 'text', key: 'rulesUrl', label: 'Address of the rules, https', max: 1000, isUrl: true }],
  },
  {
    type: 21,
    group: 'Sends',
    title: 'Sends are limited',
    does: 'Who may open a Send, how long it lives, and whether there are any. Saving it changes the two older policies on Sends too.',
    hits: EXEMPT,
    fields: [
      has('disableSend', 'No Sends at all'),
      has('disableHideEmail', 'The sender’s address is always shown'),
      {
        kind: 'choice',
        key: 'whoCanAccess',
        label: 'Who can open one',
        options: [
          { value: null, label: 'As each person chooses' },
          { value: 0, label: 'Anyone with the link' },
          { value: 1, label: 'Who has the password' },
          { value: 2, label: 'Named people only' },
        ],
      },
      {
        kind: 'text',
        key: 'allowedDomains',
        label: 'Domains of named people',
        max: 1000,
        hint: 'Only with named people; commas between them.',
      },
      { kind: 'number', key: 'deletionHours', label: 'Deleted after', min: 1, max: 744, unit: 'hours' },
    ],
  },
  {
    type: 6,
    group: 'Sends',
    title: 'No Sends (older policy)',
    does: 'Nobody makes or changes a Send. The policy on limits says the same and is kept in step.',
    hits: EXEMPT,
    fields: [],
  },
  {
    type: 7,
    group: 'Sends',
    title: 'Options of Sends (older policy)',
    does: 'Whether senders may hide their address. The policy on limits says the same and is kept in step.',
    hits: EXEMPT,
    fields: [has('disableHideEmail', 'The sender’s address is always shown')],
  },
]

export const POLICY_GROUPS = ['Signing in', 'Membership', 'Vault', 'Sends'] as const

export const policyOfType = (type: number): KnownPolicy | undefined =>
  POLICIES.find((policy) => policy.type === type)

/** Policies that are on and need this one. */
export const dependentsOf = (type: number, isOn: (type: number) => boolean): KnownPolicy[] =>
  POLICIES.filter((policy) => policy.needs === type && isOn(policy.type))
