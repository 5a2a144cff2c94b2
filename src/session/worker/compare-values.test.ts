import { expect, it } from 'vitest'
import { ApiError } from '#/api/error'
import { encryptText, generateSymmetricKeyBytes, importSymmetricKey } from '#/crypto/symmetric-key'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { compareValues, lotsOf } from './compare-values'
import type { ComparePart } from './compare-values'
import type { Context } from './vault'

const gone = () => new ApiError({ endpoint: 'secretGet', kind: 'status', status: 404, message: 'Not found.' })

function contextOf(key: SymmetricKey, values: Record<string, string>, asked: string[]): Context {
  const rowOf = (id: string) => {
    if (!values[id]) throw gone()
    return { id, value: values[id] }
  }
  return {
    vault: { keys: { organizations: new Map([['o', Promise.resolve(key)]]) } },
    caches: new Map(),
    client: {
      call: async (name: string, { body, params }: { body?: { ids: string[] }; params?: { id: string } }) => {
        asked.push(name)
        return name === 'secretGetByIds' ? { data: body?.ids.map(rowOf) } : rowOf(params?.id ?? '')
      },
    },
  } as unknown as Context
}

async function setUp(values: Record<string, string>) {
  const key = await importSymmetricKey(generateSymmetricKeyBytes())
  const sealed = await Promise.all(
    Object.entries(values).map(async ([id, text]) => {
      return [id, text === 'SPOILED' ? '2.AAAA|AAAA|AAAA' : await encryptText(key, text)] as const
    }),
  )
  const asked: string[] = []
  const context = contextOf(key, Object.fromEntries(sealed), asked)
  const parts: ComparePart[] = []
  const run = (groups: { key: string; ids: string[] }[]) =>
    compareValues(
      context,
      { organizationId: 'o', groups },
      { signal: new AbortController().signal, part: (part) => parts.push(part) },
    )
  return { context, asked, parts, run }
}

it('tells same, different and unreadable apart, and posts nothing but verdicts', async () => {
  const { asked, parts, run, context } = await setUp({
    a: 'x',
    b: 'x',
    c: 'y',
    d: 'y ',
    e: 'z',
    f: 'SPOILED',
  })
  await run([
    { key: '1', ids: ['a', 'b'] },
    { key: '2', ids: ['c', 'd'] },
    { key: '3', ids: ['e', 'f'] },
  ])
  expect(parts).toEqual([{ verdicts: { 1: 'same', 2: 'differs', 3: 'unreadable' }, read: 6 }])
  expect(asked).toEqual(['secretGetByIds'])
  const blind = (await context.caches.get('blind key')) as CryptoKey
  expect(blind.extractable).toBe(false)
})

it('asks one by one where the server refuses a lot, and says what is gone', async () => {
  const { asked, parts, run } = await setUp({ a: 'x', b: 'x', c: 'y' })
  await run([
    { key: '1', ids: ['a', 'b'] },
    { key: '2', ids: ['c', 'deleted'] },
  ])
  expect(parts).toEqual([{ verdicts: { 1: 'same', 2: 'gone' }, read: 3 }])
  expect(asked).toEqual(['secretGetByIds', 'secretGet', 'secretGet', 'secretGet', 'secretGet'])
})

it('keeps the secrets of one name in one lot', () => {
  const groups = Array.from({ length: 60 }, (_, i) => ({ key: `${i}`, ids: [`a${i}`, `b${i}`] }))
  const lots = lotsOf([...groups, { key: 'many', ids: Array.from({ length: 80 }, (_, i) => `m${i}`) }])
  expect(lots.map((lot) => lot.reduce((sum, { ids }) => sum + ids.length, 0))).toEqual([50, 50, 20, 80])
  expect(lots.flat().length).toBe(61)
})
