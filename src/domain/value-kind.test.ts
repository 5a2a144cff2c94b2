import { describe, expect, it } from 'vitest'
import { kindOf } from './value-kind'

describe('kindOf', () => {
  it.each([
    ['{"a":1,"b":{"c":2}}', 'JSON object, 2 keys'],
    ['[1]', 'JSON array, 1 entry'],
    ['{"a":1', null],
    ['"text"', null],
    ['12345678901234567890', 'Hex, 10 bytes'],
    ['-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n', 'PEM, certificate'],
    ['-----BEGIN RSA PRIVATE KEY-----\r\nAA\r\n-----END RSA PRIVATE KEY-----', 'PEM, RSA private key'],
    [
      '-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\nBB\n-----END CERTIFICATE-----',
      'PEM, 2 blocks',
    ],
    ['-----BEGIN A-----\nAA\n-----END B-----', null],
    ['eyJhbGciOiJub25lIn0.eyJhIjoxfQ.', 'JWT'],
    ['3E7D8A10-0000-4000-8000-00000000000f', 'UUID'],
    ['https://example.test/a?b', 'URL'],
    ['postgres://app:pw@db.example:5432/x', 'URL with a password in it'],
    ['https:// not one', null],
    ['deadbeefdeadbeef', 'Hex, 8 bytes'],
    ['deadbeef', null],
    ['q83vEjRWeJq83vEj', null],
    ['q83vEjRWeJq83vEjRWeJqg==', 'Base64, 16 bytes'],
    ['q83vEjRWeJq8-vEjRWeJqg', 'Base64url, 16 bytes'],
    ['q83vEjRWeJq8_vEjRWeJqg==', 'Base64url, 16 bytes'],
    ['My_Service_Name_123', null],
    ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', null],
    ['just a sentence', null],
    ['  ', null],
  ])('%j', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })
})
