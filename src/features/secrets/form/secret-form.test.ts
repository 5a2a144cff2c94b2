import { describe, expect, it } from 'vitest'
import { z } from '#/lib/zod'
import { changedFields, readSecretDraft } from './secret-draft'
import { secretSchema } from './secret-schema'

const typed = { name: 'A', value: 'x\r\n', note: '', projectId: null }
const draft = {
  v: 1,
  startedAt: 5,
  typed,
  base: { texts: typed, revision: '2026-01-01T00:00:00Z', readAt: 4 },
}

describe('a draft', () => {
  it('comes back with every character', () => {
    const content: unknown = JSON.parse(JSON.stringify(draft))
    expect(readSecretDraft({ content, sealedAt: 9, keptIn: 'device' })).toEqual({
      content: draft,
      sealedAt: 9,
      keptIn: 'device',
    })
    expect(
      readSecretDraft({ content: { ...draft, base: null }, sealedAt: 9, keptIn: 'device' })?.content.base,
    ).toBeNull()
    expect(readSecretDraft(null)).toBeNull()
  })

  it.each([
    null,
    'x',
    [],
    {},
    { ...draft, v: 2 },
    { ...draft, typed: { ...typed, value: 3 } },
    { ...draft, base: {} },
  ])('of another form is none: %j', (content) =>
    expect(readSecretDraft({ content, sealedAt: 9, keptIn: 'device' })).toBeNull(),
  )
})

it('names the fields that differ, a space included', () => {
  expect(changedFields(typed, { ...typed })).toEqual([])
  expect(changedFields(typed, { ...typed, value: 'x\r\n ', projectId: 'p' })).toEqual(['value', 'projectId'])
})

describe('the schema', () => {
  const complaints = (
    change: Partial<typeof typed | { projectId: string; name: null }>,
    mustChoose: string | null = null,
  ) => {
    const result = z.safeParse(secretSchema(mustChoose), { ...typed, ...change })
    return result.success ? [] : result.error.issues.map((issue) => [issue.path.join('.'), issue.message])
  }

  it('refuses a blank name and leaves an unreadable one alone', () => {
    expect(complaints({ name: ' \t' })).toEqual([['name', 'Give it a name: the server refuses a blank one.']])
    expect(complaints({ name: null })).toEqual([])
  })

  it('says by how much a text is too long, and cuts nothing', () => {
    expect(complaints({ name: 'x'.repeat(501) })).toEqual([
      ['name', 'Shorten it by 1 character: 500 are taken.'],
    ])
    expect(complaints({ value: 'x'.repeat(25_000) })).toEqual([])
    expect(complaints({ note: 'é'.repeat(7_001) })[0]?.[0]).toBe('note')
  })

  it('asks for a project only where one is needed', () => {
    expect(complaints({})).toEqual([])
    expect(complaints({}, 'Choose one.')).toEqual([['projectId', 'Choose one.']])
    expect(complaints({ projectId: 'p' }, 'Choose one.')).toEqual([])
  })
})
