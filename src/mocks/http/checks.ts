import type { Check } from './net-types'

// The attributes of the server's request models, with the texts of .NET and of the server.

export const required: Check = (value, name) =>
  value === null || (typeof value === 'string' && value.trim() === '')
    ? `The ${name} field is required.`
    : null

export const requiredWith =
  (text: string): Check =>
  (value, name) =>
    required(value, name) === null ? null : text

export const maxLength =
  (limit: number): Check =>
  (value, name) =>
    typeof value === 'string' && value.length > limit
      ? `The field ${name} must be a string with a maximum length of ${limit}.`
      : null

export const minCount: Check = (value, name) =>
  Array.isArray(value) && value.length === 0
    ? `The field ${name} must be a string or array type with a minimum length of '1'.`
    : null

export const oneOf =
  (numbers: readonly number[]): Check =>
  (value, name) =>
    typeof value === 'number' && !numbers.includes(value) ? `The field ${name} is invalid.` : null

export const optionalEncString =
  (limit: number): Check =>
  (value, name) =>
    encString(value, name) ?? maxEncLength(limit)(value, name)

/** A length with a text of its own. */
export const exceeds =
  (limit: number): Check =>
  (value, name) =>
    typeof value === 'string' && value.length > limit ? `The field ${name} exceeds the maximum length.` : null

export const email: Check = (value, name) => {
  if (typeof value !== 'string') return null
  const at = value.indexOf('@')
  const isFine = at > 0 && at === value.lastIndexOf('@') && at < value.length - 1 && !/[\r\n]/.test(value)
  return isFine ? null : `The ${name} field is not a valid e-mail address.`
}

const typeNames = [
  'AesCbc256_B64',
  'AesCbc128_HmacSha256_B64',
  'AesCbc256_HmacSha256_B64',
  'Rsa2048_OaepSha256_B64',
  'Rsa2048_OaepSha1_B64',
  'Rsa2048_OaepSha256_HmacSha256_B64',
  'Rsa2048_OaepSha1_HmacSha256_B64',
  'CoseEncrypt0_B64',
]
const partCounts = [2, 3, 3, 1, 1, 2, 2, 1]
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * The server's form check of an EncString: type, number of parts, base64. It cannot check more.
 * Padding bits need not be zero. Rule: `EncryptedStringAttribute.cs`.
 */
export function isEncString(text: string): boolean {
  const dot = text.indexOf('.')
  const parts = (dot < 0 ? text : text.slice(dot + 1)).split('|')
  if (!parts.every((part) => part.length > 0 && part.length % 4 === 0 && base64.test(part))) return false
  if (dot < 0) return parts.length === 2 || parts.length === 3
  const header = text.slice(0, dot)
  const type = /^\d+$/.test(header) ? Number(header) : typeNames.indexOf(header)
  return partCounts[type] === parts.length
}

const encString: Check = (value, name) =>
  typeof value !== 'string' || isEncString(value) ? null : `${name} is not a valid encrypted string.`

export const maxEncLength =
  (limit: number): Check =>
  (value, name) =>
    typeof value === 'string' && value.length > limit
      ? `The field ${name} exceeds the maximum encrypted value length of ${limit} characters.`
      : null

/** A required EncString field of at most `limit` characters. */
export const sealedText = (limit?: number): Check[] =>
  limit === undefined ? [required, encString] : [required, encString, maxEncLength(limit)]
