/** "1 secret", "1,930 secrets". */
export const secretsOf = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'secret' : 'secrets'}`

export const TOUCHED_BY_SECRETS = ['secrets', 'projects', 'counts', 'trash'] as const

/** A change of a field is a read of the whole secret and a write of the whole secret; the server records both. */
export const READ_AND_EDIT = { reads: 1, writes: 1, events: 2, looks: 1 } as const

/** Done, and whoever saved in the same moment may have lost it: the wire has no revision to write against. */
export const SLIPPED =
  'Somebody else saved it between the read and the write of this job. What they saved may be overwritten: look at its versions.'
