import { describe, expect, it } from 'vitest'
import { ContractError } from './error'
import { readPrelogin } from './kdf-settings'

const flat = { kdf: 0, kdfIterations: 600000, kdfMemory: null, kdfParallelism: null }
const kdfSettings = { kdfType: 1, iterations: 6, memory: 32, parallelism: 4 }
const argon = { type: 'argon2id', iterations: 6, memory: 32, parallelism: 4 }

describe('readPrelogin', () => {
  it('prefers the new fields, takes the old', () => {
    const both = readPrelogin({ ...flat, kdfSettings, salt: 'Salt' }, 'a@b.c')
    expect(both).toEqual({ kdf: argon, salt: 'Salt' })
    expect(readPrelogin({ kdfSettings, salt: 'Salt' }, 'a@b.c').kdf).toEqual(argon)
    expect(readPrelogin({ ...flat, salt: 'Salt' }, 'a@b.c').kdf).toEqual({
      type: 'pbkdf2',
      iterations: 600000,
    })
  })

  it('takes the e-mail where no salt is stored', () => {
    expect(readPrelogin({ ...flat, salt: null }, 'a@b.c').salt).toBe('a@b.c')
    expect(readPrelogin(flat, 'a@b.c').salt).toBe('a@b.c')
  })

  it.each([
    {},
    { ...flat, kdf: 2 },
    { kdfSettings: { ...kdfSettings, memory: null } },
    { kdfSettings: { ...kdfSettings, kdfType: 5 } },
  ])('refuses what it cannot derive with', (answer) => {
    expect(() => readPrelogin(answer, 'a@b.c')).toThrow(ContractError)
  })
})
