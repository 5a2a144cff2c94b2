import fc from 'fast-check'
import { expect, it } from 'vitest'
import { envNames } from './env-name'

const of = (...names: (string | null)[]) =>
  envNames(names.map((name, i) => ({ id: `${i}0000000-0000`, name }))).map(({ variable }) => variable)

it('keeps what is a variable already, and spells the rest so that it becomes one', () => {
  expect(of('PROD_PAYMENTS_STRIPE_KEY', 'db password', 'clé-privée', '2fa', 'a.b/c')).toEqual([
    'PROD_PAYMENTS_STRIPE_KEY',
    'db_password',
    'cle_privee',
    '_2fa',
    'a_b_c',
  ])
  expect(of('🔑🔑', null)).toEqual(['SECRET_00000000', 'SECRET_10000000'])
})

it('never overwrites what programs obey', () => {
  expect(of('PATH', 'LD_PRELOAD', 'BWS_ACCESS_TOKEN', 'GITHUB_TOKEN')).toEqual([
    'SECRET_PATH',
    'SECRET_LD_PRELOAD',
    'SECRET_BWS_ACCESS_TOKEN',
    'SECRET_GITHUB_TOKEN',
  ])
})

it('numbers those that come out alike, and says so', () => {
  const names = envNames([
    { id: 'a', name: 'db-url' },
    { id: 'b', name: 'db.url' },
    { id: 'c', name: 'DB_URL' },
  ])
  expect(names.map(({ variable, change }) => [variable, change])).toEqual([
    ['db_url', 'spelled'],
    ['db_url_2', 'clash'],
    ['DB_URL_3', 'clash'],
  ])
})

it('makes valid variables that differ, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.string({ unit: 'grapheme' }))), (names) => {
      const made = of(...names)
      for (const variable of made) expect(variable).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/)
      expect(new Set(made.map((variable) => variable.toLowerCase())).size).toBe(made.length)
    }),
  )
})
