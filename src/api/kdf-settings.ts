import type { Kdf } from '#/crypto/kdf'
import type { PreloginAnswer } from './contract'
import { ContractError } from './error'

/** As the wire has it: 0 PBKDF2-SHA256, 1 Argon2id; memory in MiB. */
interface WireKdf {
  kdfType: number | null | undefined
  iterations: number | null | undefined
  memory: number | null | undefined
  parallelism: number | null | undefined
}

/** Null where the type is unknown or a number that it needs is missing. Bounds are the crypto core's business. */
export function toKdf({ kdfType, iterations, memory, parallelism }: WireKdf): Kdf | null {
  if (typeof iterations !== 'number') return null
  if (kdfType === 0) return { type: 'pbkdf2', iterations }
  if (kdfType !== 1 || typeof memory !== 'number' || typeof parallelism !== 'number') return null
  return { type: 'argon2id', iterations, memory, parallelism }
}

/**
 * How the account's master key is derived, and from which salt (not yet trimmed and lower-cased). The e-mail
 * stands in for a salt that is not stored. Throws `ContractError` if the answer names no known derivation.
 * Source: identity-and-crypto.md §2.1.
 */
export function readPrelogin(answer: PreloginAnswer, email: string): { kdf: Kdf; salt: string } {
  const flat = {
    kdfType: answer.kdf,
    iterations: answer.kdfIterations,
    memory: answer.kdfMemory,
    parallelism: answer.kdfParallelism,
  }
  const kdf = toKdf(answer.kdfSettings ?? flat)
  if (!kdf) throw new ContractError('preloginPassword', ['kdfSettings'])
  return { kdf, salt: answer.salt ?? email }
}
