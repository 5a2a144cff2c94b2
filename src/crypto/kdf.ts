import { type Bytes, toBase64, utf8Encode } from '#/lib/bytes'
import { sha256 } from './hash'

/** How a master password becomes a master key, as prelogin says. */
export type Kdf =
  | { type: 'pbkdf2'; iterations: number }
  | { type: 'argon2id'; iterations: number; memory: number /* MiB */; parallelism: number }

/** Too cheap to guess, too costly to be meant, not whole numbers, or no password given. */
export type KdfFault = 'too-weak' | 'too-costly' | 'malformed' | 'no-password'

export class KdfError extends Error {
  override readonly name = 'KdfError'
  readonly reason: KdfFault

  constructor(reason: KdfFault) {
    super(`Key derivation refused: ${reason}`)
    this.reason = reason
  }
}

interface Range {
  min: number
  max: number
}

// Floors: those of the official clients; a server that asks for less may be after the password.
// Ceilings: the server's own (2,000,000; 10 passes, 1024 MiB, 16 lanes) times 5 for the counts and times 2 for
// memory and lanes. What lies above is an attack on the machine or a mistake, not an account.
const BOUNDS = {
  pbkdf2Iterations: { min: 5_000, max: 10_000_000 },
  argonIterations: { min: 2, max: 50 },
  argonMemory: { min: 16, max: 2_048 },
  argonParallelism: { min: 1, max: 32 },
} as const

const KEY_LENGTH = 32

/**
 * Throws `KdfError` unless the parameters are whole numbers within the client's bounds: PBKDF2 5,000 to
 * 10,000,000 iterations; Argon2id 2 to 50 iterations, 16 to 2,048 MiB, 1 to 32 lanes. An account with the
 * 15 MiB that a server allows is refused, as by the official clients. Source: identity-and-crypto.md §2.1.
 */
export function assertKdfFloor(kdf: Kdf): void {
  const checks: [number, Range][] =
    kdf.type === 'pbkdf2'
      ? [[kdf.iterations, BOUNDS.pbkdf2Iterations]]
      : [
          [kdf.iterations, BOUNDS.argonIterations],
          [kdf.memory, BOUNDS.argonMemory],
          [kdf.parallelism, BOUNDS.argonParallelism],
        ]
  if (checks.some(([value]) => !Number.isSafeInteger(value))) throw new KdfError('malformed')
  if (checks.some(([value, range]) => value < range.min)) throw new KdfError('too-weak')
  if (checks.some(([value, range]) => value > range.max)) throw new KdfError('too-costly')
}

/** The salt as the key derivation takes it: trimmed, lower case. Applied to prelogin's `salt`, else to the e-mail. */
export function normaliseSalt(text: string): string {
  return text.trim().toLowerCase()
}

/**
 * 32 bytes from the password exactly as typed (UTF-8) and the salt, which is normalised here too.
 * Argon2id blocks its thread for up to seconds and wants a worker. Throws `KdfError` (`assertKdfFloor`).
 * Source: identity-and-crypto.md §2.2.
 */
export async function deriveMasterKey(password: string, salt: string, kdf: Kdf): Promise<Bytes> {
  assertKdfFloor(kdf)
  if (password === '') throw new KdfError('no-password')
  const saltBytes = utf8Encode(normaliseSalt(salt))
  if (kdf.type === 'pbkdf2') return pbkdf2(utf8Encode(password), saltBytes, kdf.iterations)
  const { argon2id } = await import('hash-wasm')
  const masterKey = await argon2id({
    password: utf8Encode(password),
    salt: await sha256(saltBytes),
    iterations: kdf.iterations,
    memorySize: kdf.memory * 1024,
    parallelism: kdf.parallelism,
    hashLength: KEY_LENGTH,
    outputType: 'binary',
  })
  return new Uint8Array(masterKey)
}

/**
 * Base64 of the hash that stands for the password. One round, the default, is what the server is sent; two
 * rounds were kept by old clients to check a password offline. The master key is the PBKDF2 password here, the
 * master password its salt. Source: identity-and-crypto.md §2.2.
 */
export async function passwordHash(
  masterKey: Uint8Array,
  password: string,
  rounds: 1 | 2 = 1,
): Promise<string> {
  return toBase64(await pbkdf2(new Uint8Array(masterKey), utf8Encode(password), rounds))
}

async function pbkdf2(password: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, KEY_LENGTH * 8))
}
