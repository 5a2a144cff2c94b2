/** "1 secret", "1,930 secrets". */
export const secretsOf = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'secret' : 'secrets'}`

export const TOUCHED_BY_SECRETS = ['secrets', 'projects', 'counts', 'trash'] as const

/** A change of a field is a read of the whole secret and a write of the whole secret; the server records both. */
export const READ_AND_EDIT = { reads: 1, writes: 1, events: 2 } as const
