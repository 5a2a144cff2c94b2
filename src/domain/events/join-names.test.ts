import { expect, it } from 'vitest'
import { joinNames } from './join-names'
import type { NameSources } from './join-names'

const nothing: NameSources = { lists: {}, former: [], isWhole: true }

it('finds people by account and by membership, and an address where there is no name', () => {
  const names = joinNames({
    ...nothing,
    people: [
      { memberId: 'm', userId: 'u', name: 'Ada', email: 'ada@x.example' },
      { memberId: 'i', userId: null, name: null, email: 'new@x.example' },
    ],
  })
  expect(names.get('account', 'u')).toEqual({ name: 'Ada', state: 'live', pageId: 'm' })
  expect(names.get('member', 'i')?.name).toBe('new@x.example')
  expect(names.whyNameless('account')).toBe('deleted')
})

it('prefers what exists to the trash, and the trash to what is known from before', () => {
  const former = ['a', 'b', 'c'].map((id) => ({ kind: 'secret' as const, id, name: `OLD ${id}` }))
  const names = joinNames({
    ...nothing,
    former,
    trash: [
      { id: 'a', name: 'TRASH' },
      { id: 'b', name: 'TRASH' },
    ],
    secretName: (id) => (id === 'a' ? 'LIVE' : undefined),
  })
  expect(['a', 'b', 'c', 'd'].map((id) => names.get('secret', id)?.state)).toEqual([
    'live',
    'trash',
    'gone',
    undefined,
  ])
  expect(names.whyNameless('secret')).toBe('deleted')
})

it('calls deleted only what a whole list lacks', () => {
  const lists = { project: [{ id: 'p', name: null }] }
  expect(joinNames({ ...nothing, lists }).get('project', 'p')?.name).toBe('name that cannot be decrypted')
  expect(joinNames({ ...nothing, lists }).whyNameless('project')).toBe('deleted')
  expect(joinNames({ ...nothing, lists, isWhole: false }).whyNameless('project')).toBe('not readable')
  expect(joinNames({ ...nothing, secretName: () => undefined }).whyNameless('secret')).toBe('not readable')
  expect(joinNames({ ...nothing, people: null }).whyNameless('member')).toBe('not readable')
  expect(joinNames(nothing).whyNameless('send')).toBe('never named')
})
