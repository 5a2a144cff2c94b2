import { toBase64, utf8Encode } from '#/lib/bytes'

/** Just enough DER to write certificates that every program can read. */
type Der = number[]

function der(tag: number, ...parts: (Der | Uint8Array)[]): Der {
  const content = parts.flatMap((part) => [...part])
  const { length } = content
  if (length < 0x80) return [tag, length, ...content]
  if (length < 0x100) return [tag, 0x81, length, ...content]
  return [tag, 0x82, length >> 8, length & 0xff, ...content]
}

const sequence = (...parts: Der[]) => der(0x30, ...parts)
const integer = (bytes: Uint8Array) => der(0x02, [0], bytes)
const bits = (...parts: (Der | Uint8Array)[]) => der(0x03, [0], ...parts)
const RSA = sequence([0x06, 9, 42, 134, 72, 134, 247, 13, 1, 1, 1], [0x05, 0])
const SHA256_RSA = sequence([0x06, 9, 42, 134, 72, 134, 247, 13, 1, 1, 11], [0x05, 0])

const commonName = (name: string) =>
  sequence(der(0x31, sequence([0x06, 3, 85, 4, 3], der(0x0c, utf8Encode(name)))))

const utcTime = (ms: number) => {
  const digits = new Date(ms).toISOString().replace(/\D/g, '')
  return der(0x17, utf8Encode(`${digits.slice(2, 14)}Z`))
}

export interface CertificateFacts {
  subject: string
  issuer: string
  notBefore: number
  notAfter: number
  random: (length: number) => Uint8Array
}

/** An X.509 certificate with a made-up key and signature: it can be read, and nothing trusts it. */
export function certificate({ subject, issuer, notBefore, notAfter, random }: CertificateFacts): Uint8Array {
  const modulus = random(256)
  modulus[0] = (modulus[0] ?? 0) | 0x80
  modulus[255] = (modulus[255] ?? 0) | 1
  const key = sequence(RSA, bits(sequence(integer(modulus), der(0x02, [1, 0, 1]))))
  const validity = sequence(utcTime(notBefore), utcTime(notAfter))
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    integer(random(12)),
    SHA256_RSA,
    commonName(issuer),
    validity,
    commonName(subject),
    key,
  )
  return Uint8Array.from(sequence(body, SHA256_RSA, bits(random(256))))
}

export function pem(label: string, bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
