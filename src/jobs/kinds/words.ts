/** "1 secret", "1,930 secrets". */
export const secretsOf = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'secret' : 'secrets'}`
