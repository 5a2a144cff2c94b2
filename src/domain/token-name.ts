import { maxPlaintextBytes } from '#/crypto/enc-string'
import { utf8Encode } from '#/lib/bytes'

/** The server takes 200 characters of ciphertext as the name of a token (secrets-manager-api.md, "EncString validation"). */
const MOST_BYTES = maxPlaintextBytes(200)

/** Counts the bytes of a token's name, as its ciphertext is limited. `sentence` tells what to do when it is over. */
export function measureTokenName(name: string): { bytes: number; maxBytes: number; sentence: string | null } {
  const bytes = utf8Encode(name).byteLength
  const over = bytes - MOST_BYTES
  const counted = `${over.toLocaleString('en-GB')} ${over === 1 ? 'byte' : 'bytes'}`
  return {
    bytes,
    maxBytes: MOST_BYTES,
    sentence:
      over > 0
        ? `Shorten it by ${counted}: encrypted, the server takes ${MOST_BYTES} bytes of name. An emoji takes 4, an accented letter 2.`
        : null,
  }
}
