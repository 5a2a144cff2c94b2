const NOUNS: Record<string, string> = {
  secrets: 'Secret',
  projects: 'Project',
  'machine-accounts': 'Machine account',
  settings: 'Settings',
}

/** A path of the console in words, by kind and short id: "Secret c04e91bb, edit". */
export function placeWords(path: string): string {
  const [, , , noun = '', id, act] = path.split(/[?#]/)[0]?.split('/') ?? []
  const word = NOUNS[noun] ?? 'Home'
  if (id === 'new') return `New ${word.toLowerCase()}`
  if (!id) return word === 'Settings' ? word : `${word}s`
  return `${word} ${id.slice(0, 8)}${act ? `, ${act}` : ''}`
}
