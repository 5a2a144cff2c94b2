const NOUNS: Record<string, string> = {
  secrets: 'Secret',
  projects: 'Project',
  'machine-accounts': 'Machine account',
  groups: 'Group',
  collections: 'Collection',
  policies: 'Policy',
  settings: 'Settings',
  organization: 'Organization',
}

/**
 * A path of the console in words, by kind and short id: "Secret c04e91bb, edit". What stands after `#` is the dialog
 * in which something was typed.
 */
export function placeWords(path: string): string {
  const [address = '', dialog = ''] = path.split('#')
  const [, , , noun = '', id, act] = address.split('?')[0]?.split('/') ?? []
  const word = NOUNS[noun] ?? 'Home'
  if (noun === 'organization') return id === 'key' ? 'Organization API key' : word
  if (dialog === 'request') return 'Request for access'
  if (id === 'new' || (!id && dialog === 'new')) return `New ${word.toLowerCase()}`
  if (!id) return word === 'Settings' || word === 'Home' ? word : `${word}s`
  const what = act ?? (dialog === 'rename' ? 'new name' : undefined)
  return `${word} ${id.slice(0, 8)}${what ? `, ${what}` : ''}`
}
