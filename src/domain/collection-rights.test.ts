import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COLLECTION_RIGHTS, effectiveHolders, flagsOfRight, rightOfFlags } from './collection-rights'

const right = fc.constantFrom(...COLLECTION_RIGHTS)
const holder = fc.constantFrom('a', 'b', 'c')

describe('rights on collections', () => {
  it('come back from their switches', () => {
    fc.assert(
      fc.property(right, (one) => {
        expect(rightOfFlags(flagsOfRight(one))).toBe(one)
      }),
    )
  })

  it('never combine manage with the others, which the server refuses', () => {
    fc.assert(
      fc.property(right, (one) => {
        const { readOnly, hidePasswords, manage } = flagsOfRight(one)
        expect(manage && (readOnly || hidePasswords)).toBe(false)
      }),
    )
  })

  it('of one’s own replace those of groups, even weaker ones', () => {
    const holders = effectiveHolders(
      { users: new Map([['a', 'view']]), groups: new Map([['g', 'manage']]) },
      new Map([['g', ['a', 'b']]]),
    )
    expect(holders).toEqual([
      { memberId: 'a', right: 'view', through: null },
      { memberId: 'b', right: 'manage', through: ['g'] },
    ])
  })

  it('of several groups count switch by switch', () => {
    const holders = effectiveHolders(
      {
        users: new Map(),
        groups: new Map([
          ['g', 'view'],
          ['h', 'editHidden'],
        ]),
      },
      new Map([
        ['g', ['a']],
        ['h', ['a']],
      ]),
    )
    expect(holders).toEqual([{ memberId: 'a', right: 'edit', through: ['g', 'h'] }])
  })

  it('name each person once', () => {
    const members = fc.dictionary(fc.constantFrom('g', 'h'), fc.uniqueArray(holder))
    fc.assert(
      fc.property(
        fc.dictionary(holder, right),
        fc.dictionary(fc.constantFrom('g', 'h'), right),
        members,
        (u, g, m) => {
          const holders = effectiveHolders(
            { users: new Map(Object.entries(u)), groups: new Map(Object.entries(g)) },
            new Map(Object.entries(m)),
          )
          const ids = holders.map(({ memberId }) => memberId)
          expect(new Set(ids).size).toBe(ids.length)
        },
      ),
    )
  })
})
