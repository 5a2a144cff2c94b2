import { amount } from './amount'

/** "1 secret", "1,930 secrets". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${amount(n)} ${n === 1 ? one : many}`
