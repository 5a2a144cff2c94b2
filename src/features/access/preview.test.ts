import { describe, expect, test } from 'vitest'
import { NONE, READ, READ_WRITE } from '#/domain/access/facts'
import type { AccessFacts } from '#/domain/access/facts'
import { changed, editedRows, rebased, wantedStates } from './grant-edit'
import type { NamedThing } from './names'
import { previewOf, previewSentence, risksOf } from './preview'

const thing = (id: string, kind: NamedThing['kind'], isMe = false): [string, NamedThing] => [
  id,
  { id, kind, name: id.toUpperCase(), detail: null, isMe },
]
const names = new Map([thing('anna', 'person', true), thing('ben', 'person'), thing('bot', 'machine')])
const change = (principal: string, before: number, after: number) => ({ principal, before, after })

describe('previewSentence', () => {
  test('counts people and machine accounts apart', () => {
    const preview = previewOf(
      [change('anna', READ, NONE), change('ben', READ_WRITE, NONE), change('bot', READ, NONE)],
      names,
    )
    expect(previewSentence(preview)).toBe('2 people and 1 machine account lose read; nobody gains')
  })

  test('tells a gain of both rights once, as reading', () => {
    const preview = previewOf([change('ben', NONE, READ_WRITE), change('anna', READ, READ_WRITE)], names)
    expect(previewSentence(preview)).toBe('Nobody loses; 1 person gains read, 1 person gains write')
  })

  test('says when all keep their rights another way', () => {
    expect(previewSentence(previewOf([], names))).toBe('Nobody gains or loses anything')
  })
})

describe('risksOf', () => {
  const facts = (grants: AccessFacts['grants']): AccessFacts => ({
    people: [],
    groups: [],
    machines: [],
    projects: ['p'],
    secrets: { ids: [], project: new Int32Array() },
    grants,
    told: [],
    unknown: new Map(),
    secretsRead: 'all',
  })

  test('names the viewer, the last writer and the machine account that reads', () => {
    const preview = previewOf([change('anna', READ_WRITE, NONE), change('bot', READ, NONE)], names)
    const risks = risksOf({
      preview,
      before: facts([{ grantee: 'anna', target: 'p', right: READ_WRITE }]),
      after: facts([]),
      target: 'p',
      names,
      reading: ['bot'],
    })
    expect(risks).toEqual([
      { kind: 'self', id: 'self', keepsRead: false },
      { kind: 'last-writer', id: 'last-writer', name: 'ANNA' },
      { kind: 'machine', id: 'bot', name: 'BOT' },
    ])
  })

  test('does not count a machine account as a writer', () => {
    const risks = risksOf({
      preview: previewOf([], names),
      before: facts([{ grantee: 'bot', target: 'p', right: READ_WRITE }]),
      after: facts([]),
      target: 'p',
      names,
      reading: [],
    })
    expect(risks).toEqual([])
  })
})

describe('an edited list of grants', () => {
  const row = (id: string, right: number) => ({
    ...{ kind: 'person' as const, id, right },
    ...{ name: null, isMe: false, mayChange: true },
  })
  const base = [row('anna', READ), row('ben', READ_WRITE)]

  test('keeps removed rows in place and puts new ones last', () => {
    let changes = changed(base, new Map(), { kind: 'person', id: 'anna', right: NONE })
    changes = changed(base, changes, { kind: 'machine', id: 'bot', right: READ })
    expect(editedRows(base, changes).map(({ id, before, after }) => [id, before, after])).toEqual([
      ['anna', READ, NONE],
      ['ben', READ_WRITE, READ_WRITE],
      ['bot', NONE, READ],
    ])
    expect(wantedStates(base, changes).map(({ id }) => id)).toEqual(['ben', 'bot'])
  })

  test('forgets a change that is back where it began, or that the server has already', () => {
    const once = changed(base, new Map(), { kind: 'person', id: 'anna', right: READ_WRITE })
    expect(changed(base, once, { kind: 'person', id: 'anna', right: READ }).size).toBe(0)
    expect(rebased([row('anna', READ_WRITE)], once).size).toBe(0)
  })
})
