import { type Bytes, concatBytes, toHex, utf8Encode } from '#/lib/bytes'
import { CborError, type CborValue, decodeCbor } from './cbor'
import { type CoseKey, openKeyVault, XAES_256_GCM } from './cose-key'
import { DecryptError, decodeText, parseForDecryption } from './symmetric-key'

/** What a type 7 message says it holds. Two are numbers of the CoAP registry, one is Bitwarden's own. */
export const CONTENT_TYPE = {
  bytes: 42,
  pkcs8: 284,
  utf8: 'application/x.bitwarden.utf8-padded',
} as const

export type ContentType = (typeof CONTENT_TYPE)[keyof typeof CONTENT_TYPE]

interface Message {
  alg: CborValue | undefined
  contentType: CborValue | undefined
  keyId: string
  nonce: Bytes
  sealed: Bytes
  aad: Bytes
}

const LABEL = { alg: 1, contentType: 3, keyId: 4, nonce: 5 } as const
const NONCE_LENGTH = 24
const TAG_LENGTH = 16

/**
 * Opens a type 7 EncString that must hold `contentType`. Throws `DecryptError`: `form`; `type` if it is not of
 * type 7, of another algorithm than the key or of other content; `key` if it names another key; `mac`.
 * Source: identity-and-crypto.md §5.5.
 */
export async function decryptCose(key: CoseKey, encString: string, contentType: ContentType): Promise<Bytes> {
  const value = parseForDecryption(encString)
  if (value.type !== 7) throw new DecryptError('type')
  const message = readMessage(value.data)
  if (message.alg !== key.alg || message.contentType !== contentType) throw new DecryptError('type')
  if (message.keyId !== key.id) throw new DecryptError('key')
  return key.alg === XAES_256_GCM ? openXaes(key.block, message) : openXChaCha(key, message)
}

/** As `decryptCose` for padded text; throws `padding` and `utf8` too. */
export async function decryptCoseText(key: CoseKey, encString: string): Promise<string> {
  const padded = await decryptCose(key, encString, CONTENT_TYPE.utf8)
  const count = padded.at(-1) ?? 0
  if (count === 0 || count > padded.length) throw new DecryptError('padding')
  if (padded.subarray(-count).some((byte) => byte !== count)) throw new DecryptError('padding')
  return decodeText(padded.subarray(0, padded.length - count))
}

function readMessage(data: Uint8Array): Message {
  const [protectedBytes, unprotectedHeader, sealed, ...more] = asArray(decode(data))
  if (!(protectedBytes instanceof Uint8Array) || !(sealed instanceof Uint8Array) || more.length > 0)
    throw malformed()
  const header = decode(protectedBytes)
  if (!(header instanceof Map) || !(unprotectedHeader instanceof Map)) throw malformed()
  const nonce = unprotectedHeader.get(LABEL.nonce)
  const keyId = header.get(LABEL.keyId)
  if (!(nonce instanceof Uint8Array) || nonce.length !== NONCE_LENGTH) throw malformed()
  if (!(keyId instanceof Uint8Array) || sealed.length < TAG_LENGTH) throw malformed()
  return {
    alg: header.get(LABEL.alg),
    contentType: header.get(LABEL.contentType),
    keyId: toHex(keyId),
    nonce: new Uint8Array(nonce),
    sealed: new Uint8Array(sealed),
    aad: additionalData(protectedBytes),
  }
}

function decode(bytes: Uint8Array): CborValue {
  try {
    return decodeCbor(bytes)
  } catch (error) {
    if (error instanceof CborError) throw malformed()
    throw error
  }
}

function asArray(value: CborValue): CborValue[] {
  if (!Array.isArray(value)) throw malformed()
  return value
}

function malformed(): DecryptError {
  return new DecryptError('form')
}

/** CBOR of `["Encrypt0", protected, h'']`: the received bytes of the header go in as they are. */
export function additionalData(protectedBytes: Uint8Array): Bytes {
  const { length } = protectedBytes
  if (length > 255) throw malformed()
  const header = length < 24 ? [0x40 + length] : [0x58, length]
  return concatBytes(
    Uint8Array.of(0x83, 0x68),
    utf8Encode('Encrypt0'),
    Uint8Array.from(header),
    protectedBytes,
    Uint8Array.of(0x40),
  )
}

async function openXChaCha(key: Exclude<CoseKey, { block: CryptoKey }>, message: Message): Promise<Bytes> {
  const { xchacha20poly1305 } = await import('@noble/ciphers/chacha.js')
  const k = await openKeyVault(key.vault)
  try {
    return new Uint8Array(xchacha20poly1305(k, message.nonce, message.aad).decrypt(message.sealed))
  } catch {
    throw new DecryptError('mac')
  } finally {
    k.fill(0)
  }
}

async function openXaes(block: CryptoKey, { nonce, sealed, aad }: Message): Promise<Bytes> {
  const key = await deriveXaesKey(block, nonce, 'decrypt')
  try {
    const parameters = { name: 'AES-GCM', iv: nonce.subarray(12), additionalData: aad }
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed))
  } catch {
    throw new DecryptError('mac')
  }
}

/** The AES-256-GCM key of one XAES-256-GCM message (C2SP), from the first half of its nonce. */
export async function deriveXaesKey(
  block: CryptoKey,
  nonce: Bytes,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const subkey = doubled(await encryptBlock(block, new Uint8Array(16)))
  const halves = await Promise.all(
    [1, 2].map((counter) => {
      const input = concatBytes(Uint8Array.of(0, counter, 0x58, 0), nonce.subarray(0, 12))
      return encryptBlock(
        block,
        Uint8Array.from(input, (byte, i) => byte ^ (subkey[i] as number)),
      )
    }),
  )
  return crypto.subtle.importKey('raw', concatBytes(...halves), 'AES-GCM', false, [usage])
}

/** One AES block is the first block of CBC with a zero IV. */
async function encryptBlock(key: CryptoKey, input: Bytes): Promise<Bytes> {
  const parameters = { name: 'AES-CBC', iv: new Uint8Array(16) }
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, input)).slice(0, 16)
}

/** Doubling in GF(2^128), as in CMAC. */
function doubled(block: Bytes): Bytes {
  const carry = (block[0] as number) >> 7
  return Uint8Array.from(
    block,
    (byte, i) => ((byte << 1) | ((block[i + 1] ?? 0) >> 7)) ^ (i === 15 ? carry * 0x87 : 0),
  )
}
