import { describe, expect, test } from 'vitest'
import { AccessMap } from '#/domain/access/access-map'
import { NONE, READ, READ_WRITE } from '#/domain/access/facts'
import type { AccessFacts } from '#/domain/access/facts'
import { changed, editedRows, rebased, wantedStates } from './grant-edit'
import type { NamedThing } from './names'
import { previewOf, previewOfMany, previewSentence } from './preview'
import { risksOf } from './risks'

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

describe('previewOfMany', () => {
  test('counts everybody once, however many objects change', () => {
    const on = (target: string, before: number, after: number) => ({ target, before, after })
    const secrets = { losesRead: 0, gainsRead: 0, losesWrite: 0, gainsWrite: 0 }
    const preview = previewOfMany(
      [
        { principal: 'anna', targets: [on('p', READ, NONE), on('q', READ, NONE)], secrets },
        { principal: 'bot', targets: [on('p', READ, NONE), on('q', NONE, READ)], secrets },
      ],
      names,
    )
    expect(previewSentence(preview)).toBe(
      '1 person and 1 machine account lose read; 1 machine account gains read',
    )
  })
})

describe('risksOf', () => {
  const person = (id: string, role: 'owner' | 'user' = 'user') => ({ id, role, isActive: true })
  const map = (grants: AccessFacts['grants'], unknown: AccessFacts['unknown'] = new Map()) =>
    new AccessMap({
      people: [person('olga', 'owner'), person('anna'), person('ben')],
      groups: [{ id: 'team', members: ['ben'], isWhole: true }],
      machines: [{ id: 'bot', tokens: null }],
      projects: ['p'],
      secrets: { ids: ['s'], project: Int32Array.of(0) },
      grants,
      told: [],
      unknown,
      secretsRead: new Set(['s']),
    })
  const write = (grantee: string, target = 's') => ({ grantee, target, right: READ_WRITE })
  const ask = (before: AccessMap, after: AccessMap, reading: string[] = []) =>
    risksOf({ ...{ before, after, names, reading }, target: 's', preview: previewOf([], names) })

  test('names the viewer, the last writer and the machine account that reads', () => {
    const preview = previewOf([change('anna', READ_WRITE, NONE), change('bot', READ, NONE)], names)
    const risks = risksOf({
      preview,
      before: map([write('anna')]),
      after: map([]),
      target: 's',
      names,
      reading: ['bot'],
    })
    expect(risks).toEqual([
      { kind: 'self', id: 'self', keepsRead: false },
      { kind: 'last-writer', id: 'last-writer', name: 'ANNA', admins: 1, isCertain: true },
      { kind: 'machine', id: 'bot', name: 'BOT' },
    ])
  })

  test('lets whoever writes through the project or a group be a writer', () => {
    expect(ask(map([write('anna'), write('team', 'p')]), map([write('team', 'p')]))).toEqual([])
    expect(ask(map([write('team', 'p')]), map([]))).toMatchObject([{ name: 'BEN', isCertain: true }])
  })

  test('says where grants that count are not told', () => {
    const hidden = new Map([['p', 'not permitted']])
    expect(ask(map([write('anna')], hidden), map([], hidden))).toMatchObject([{ isCertain: false }])
  })

  test('does not count a machine account as a writer', () => {
    expect(ask(map([write('bot')]), map([]))).toEqual([])
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
