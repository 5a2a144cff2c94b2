import type { Kdf } from '#/session/protocol'

/** "Argon2id, 64 MiB, 3 passes": what the wait after Continue is for. */
export function kdfWords(kdf: Kdf): string {
  return kdf.type === 'pbkdf2'
    ? `PBKDF2, ${kdf.iterations.toLocaleString('en-GB')} rounds`
    : `Argon2id, ${kdf.memory} MiB, ${kdf.iterations} passes`
}
