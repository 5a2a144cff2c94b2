import { cursorMoves } from '#/table/cursor'

export interface KeyEntry {
  /** As drawn on caps; any of them does it. A cap of one letter can be switched off. */
  caps: readonly string[]
  act: string
}

/** Every key that the console listens to, by the place where it acts. */
export const KEYS: { where: string; entries: KeyEntry[] }[] = [
  {
    where: 'Lists',
    entries: [
      ...cursorMoves.map(({ caps, label }) => ({ caps, act: label })),
      { caps: ['↵'], act: 'Open the row' },
      { caps: ['c'], act: 'Copy the value (recorded)' },
      { caps: ['n'], act: 'Copy the name' },
      { caps: ['e'], act: 'Edit the secret, rename the project' },
      { caps: ['v'], act: 'Versions of the secret' },
      { caps: ['/'], act: 'Search names' },
      { caps: ['?'], act: 'Show or hide the keys' },
    ],
  },
  {
    where: 'A secret',
    entries: [
      { caps: ['r'], act: 'Reveal or hide the value' },
      { caps: ['c'], act: 'Copy the value (recorded)' },
      { caps: ['e'], act: 'Edit' },
      { caps: ['v'], act: 'Versions' },
    ],
  },
  {
    where: 'Everywhere',
    entries: [
      { caps: ['Tab'], act: 'Next control; the first stop skips to the content' },
      { caps: ['Esc'], act: 'Close what is in front' },
    ],
  },
]

export const isSingle = (cap: string): boolean => /^[a-z?/]$/i.test(cap)
