import { expect, test } from 'vitest'
import { authorOf } from './author-of'

const at = Date.parse('2026-09-16T10:00:00Z')
const log = (line: { userId?: string; machineId?: string; date?: string }) => ({
  since: 0,
  entries: [
    {
      type: 'edited' as const,
      date: line.date ?? '2026-09-16T10:00:01Z',
      userId: line.userId ?? null,
      machineId: line.machineId ?? null,
    },
  ],
})
const people = [{ userId: 'u1', name: 'Mara', email: 'mara@example.test' }] as Parameters<
  typeof authorOf
>[1]['people']
const machines = [{ id: 'm1', name: { ok: true, text: 'deploy' } }] as Parameters<
  typeof authorOf
>[1]['machines']

test('names a person or a machine account by the line of that moment', () => {
  expect(authorOf(at, { log: log({ userId: 'u1' }), people, machines }).name).toBe('Mara')
  expect(authorOf(at, { log: log({ machineId: 'm1' }), people, machines }).name).toBe('deploy')
})

test('a log that failed, is closed or has no such line is told as not known', () => {
  const why = (of: Parameters<typeof authorOf>[1]['log']) => authorOf(at, { log: of, people, machines })
  expect(why('failed')).toEqual({ name: null, why: 'Who it was is not known: the log could not be read.' })
  expect(why(null).why).toMatch('you may not read the log')
  expect(why(log({ userId: 'u1', date: '2026-09-16T09:00:00Z' })).why).toMatch('no line about it')
  expect(why(log({ userId: 'gone' })).why).toBe('It was a member whose name is not known to you.')
})

test('says nothing while it is looked up', () => {
  expect(authorOf(at, { log: undefined, people, machines })).toEqual({ name: null, why: null })
  expect(authorOf(at, { log: log({ userId: 'u1' }), people: undefined, machines }).why).toBeNull()
  expect(authorOf(at, { log: log({ userId: 'u1' }), people: 'failed', machines }).why).toMatch('not known')
})
