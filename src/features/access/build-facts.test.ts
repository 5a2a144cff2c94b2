import { describe, expect, test } from 'vitest'
import { AccessMap } from '#/domain/access/access-map'
import { MAYBE, NONE, READ, READ_WRITE } from '#/domain/access/facts'
import type { DirectoryPerson, GrantRow } from '#/session/access-types'
import { buildFacts } from './build-facts'
import type { FactSources, KnownList } from './build-facts'

const person = (id: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  ...{ id, name: id, email: `${id}@x.example`, role: 'user', isActive: true, isMe: false },
  ...more,
})
const grant = (kind: GrantRow['kind'], id: string, right: number): GrantRow => ({
  ...{ kind, id, right, name: null, isMe: false, mayChange: true },
})
const read = (...grants: GrantRow[]): KnownList => ({ status: 'read', grants, readAt: 0 })

const sources = (more: Partial<FactSources>): FactSources => ({
  directory: {
    people: [person('olga', { role: 'owner' }), person('me', { isMe: true }), person('ben')],
    groups: [{ id: 'team', name: 'Team', isMine: true }],
    machines: [],
    hasRoles: true,
  },
  lists: new Map(),
  members: new Map(),
  projects: [
    { id: 'p', canWrite: true },
    { id: 'q', canWrite: false },
  ],
  secrets: { ids: ['s', 't'], project: Int32Array.of(0, 1) },
  writableSecrets: ['s', 't'],
  secretsRead: new Set(),
  withMachines: false,
  ...more,
})

describe('buildFacts', () => {
  test('keeps principals of a list whom nobody else names, without an effect for people', () => {
    const list = read(
      grant('person', 'gone', READ),
      grant('machine', 'robot', READ),
      grant('group', 'old', READ),
    )
    const map = new AccessMap(buildFacts(sources({ lists: new Map([['p', list]]) })))
    expect(map.right('gone', 'p')).toBe(NONE)
    expect(map.right('robot', 'p')).toBe(READ)
    // Who is in a group that is not listed is not known either.
    expect(map.right('ben', 'p')).toBe(MAYBE)
  })

  test('believes the lists where they say that the viewer may write, and counts no secret twice', () => {
    const facts = buildFacts(sources({ lists: new Map([['p', read()]]) }))
    // Secret "s" follows from its project.
    expect(facts.told.map(({ target }) => target)).toEqual(['p', 't'])
    const map = new AccessMap(facts)
    expect([map.right('me', 's'), map.right('me', 't')]).toEqual([READ_WRITE, READ_WRITE])
    expect(map.right('ben', 'q')).toBe(MAYBE)
  })

  test('tells why grants are not known', () => {
    const lists = new Map<string, KnownList>([
      ['p', { status: 'refused' }],
      ['q', { status: 'failed', reason: 'the request failed' }],
    ])
    const { unknown } = buildFacts(sources({ lists }))
    expect(unknown.get('p')).toMatch(/only to those who can write/)
    expect(unknown.get('q')).toMatch(/the request failed/)
  })
})
