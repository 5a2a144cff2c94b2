import { type Bytes, concatBytes, fromHex, utf8Encode } from '#/lib/bytes'
import { additionalData, CONTENT_TYPE, type ContentType, deriveXaesKey } from './cose'
import { type CoseKeyParts, XAES_256_GCM } from './cose-key'
import { formatEncString } from './enc-string'
import { type RandomSource, systemRandom } from './random'

// Writers of what the console itself only ever reads: legacy and V2 accounts of the imitation server and of
// tests. Nothing of the application imports this file.

/** Seals bytes as type 0, AES-256-CBC without a MAC, under a raw key of 32 bytes. */
export async function buildType0(
  rawKey: Uint8Array,
  data: Uint8Array,
  random: RandomSource = systemRandom,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(rawKey), 'AES-CBC', false, ['encrypt'])
  const iv = random(16)
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(data))
  return formatEncString({ type: 0, iv, data: new Uint8Array(ciphertext) })
}

/** New parts of a V2 user key. Randomness is taken in this order: key id, key. */
export function generateCoseKeyParts(
  alg: CoseKeyParts['alg'],
  random: RandomSource = systemRandom,
): CoseKeyParts {
  const id = Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { alg, id, k: random(32) }
}

/** The bytes that a V2 account wraps as its user key: a COSE key, padded to more than 64 bytes. */
export function encodePaddedCoseKey({ alg, id, k }: CoseKeyParts): Bytes {
  const encoded = concatBytes(
    Uint8Array.of(0xa5, 1, 4, 2),
    byteString(keyIdBytes(id)),
    Uint8Array.of(3),
    integer(alg),
    Uint8Array.of(4, 0x84, 3, 4, 5, 6, 0x20),
    byteString(k),
  )
  const padding = Math.max(1, 65 - encoded.length)
  return concatBytes(encoded, new Uint8Array(padding).fill(padding))
}

/** Seals as type 7 under the parts of a V2 key; text (`CONTENT_TYPE.utf8`) is padded here. */
export async function buildType7(
  key: CoseKeyParts,
  contentType: ContentType,
  data: Uint8Array,
  random: RandomSource = systemRandom,
): Promise<string> {
  const nonce = random(24)
  const header = concatBytes(
    Uint8Array.of(0xa3, 1),
    integer(key.alg),
    Uint8Array.of(3),
    typeof contentType === 'number' ? integer(contentType) : textString(contentType),
    Uint8Array.of(4),
    byteString(keyIdBytes(key.id)),
  )
  const plaintext = contentType === CONTENT_TYPE.utf8 ? padText(data) : new Uint8Array(data)
  const seal = key.alg === XAES_256_GCM ? sealXaes : sealXChaCha
  const sealed = await seal(key.k, nonce, additionalData(header), plaintext)
  const message = concatBytes(
    Uint8Array.of(0x83),
    byteString(header),
    Uint8Array.of(0xa1, 5),
    byteString(nonce),
    byteString(sealed),
  )
  return formatEncString({ type: 7, data: message })
}

async function sealXaes(k: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Promise<Bytes> {
  const block = await crypto.subtle.importKey('raw', k, 'AES-CBC', false, ['encrypt'])
  const key = await deriveXaesKey(block, nonce, 'encrypt')
  const parameters = { name: 'AES-GCM', iv: nonce.subarray(12), additionalData: aad }
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, plaintext))
}

async function sealXChaCha(k: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Promise<Bytes> {
  const { xchacha20poly1305 } = await import('@noble/ciphers/chacha.js')
  return new Uint8Array(xchacha20poly1305(k, nonce, aad).encrypt(plaintext))
}

/** To the next multiple of 32 above the length; every added byte tells how many there are. */
function padText(data: Uint8Array): Bytes {
  const padding = 32 - (data.length % 32)
  return concatBytes(data, new Uint8Array(padding).fill(padding))
}

function keyIdBytes(id: string): Bytes {
  const bytes = fromHex(id)
  if (bytes?.length !== 16) throw new TypeError('A key id is 32 characters of hex')
  return bytes
}

function integer(value: number): Bytes {
  return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
}

function byteString(bytes: Uint8Array): Bytes {
  return concatBytes(cborHead(2, bytes.length), bytes)
}

function textString(text: string): Bytes {
  const bytes = utf8Encode(text)
  return concatBytes(cborHead(3, bytes.length), bytes)
}

function cborHead(major: number, argument: number): Bytes {
  const first = major << 5
  if (argument < 24) return Uint8Array.of(first | argument)
  if (argument < 0x100) return Uint8Array.of(first | 24, argument)
  if (argument < 0x10000) return Uint8Array.of(first | 25, argument >> 8, argument & 255)
  return Uint8Array.of(
    first | 26,
    argument >>> 24,
    (argument >> 16) & 255,
    (argument >> 8) & 255,
    argument & 255,
  )
}
