import { clientOf } from './clients'

/** Something that can be chosen: as it stands in the URL, and as people call it. */
export interface Named {
  key: string
  name: string
}

const DEVICE_TYPES = 27

/** Clients by the number of their device type. */
export const CLIENT_CHOICES: readonly Named[] = [
  ...Array.from({ length: DEVICE_TYPES }, (_, deviceType) => ({
    key: String(deviceType),
    name: clientOf({ deviceType, serviceAccountId: null }).label,
  })),
  { key: 'none', name: 'Not recorded' },
]

export const MARK_CHOICES: readonly Named[] = [
  { key: 'burst', name: 'Part of a burst' },
  { key: 'first-seen', name: 'First seen' },
  { key: 'first-actor', name: 'First seen: actor' },
  { key: 'first-address', name: 'First seen: address' },
  { key: 'first-client', name: 'First seen: client' },
  { key: 'first-hour', name: 'First seen: hour' },
]

const CATEGORIES: Readonly<Record<string, string>> = {
  user: 'User',
  item: 'Vault item',
  collection: 'Collection',
  group: 'Group',
  member: 'Member',
  organization: 'Organization',
  policy: 'Policy',
  provider: 'Provider',
  domain: 'Domain',
  secret: 'Secret',
  project: 'Project',
  machineAccount: 'Machine account',
  phishing: 'Phishing',
  send: 'Send',
  privilegedAccess: 'Privileged access',
  none: 'Not known',
}

export const categoryName = (category: string): string => CATEGORIES[category] ?? category
