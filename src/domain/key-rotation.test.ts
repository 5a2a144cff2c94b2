import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOvertaken, keyAnswer, readKeyRotation, startKeyRotation } from './key-rotation'

const BEFORE = 1_000
const rotation = startKeyRotation(5_000, BEFORE)

describe('what became of a rotation', () => {
  test('not asked, answered, and an answer that is lost by what the date tells', () => {
    expect(keyAnswer(rotation, BEFORE)).toEqual({ kind: 'not-asked' })
    const asked = { ...rotation, askedAt: 6_000 }
    expect(keyAnswer(asked, undefined)).toEqual({ kind: 'lost-unknown' })
    expect(keyAnswer(asked, BEFORE)).toEqual({ kind: 'lost-old' })
    expect(keyAnswer(asked, 6_001)).toEqual({ kind: 'lost-new', changedAt: 6_001 })
    expect(keyAnswer({ ...asked, changedAt: 6_001 }, undefined)).toEqual({ kind: 'known', changedAt: 6_001 })
  })

  test('where there was no key before, one that is there now is new', () => {
    const first = { ...startKeyRotation(5_000, null), askedAt: 6_000 }
    expect(keyAnswer(first, null)).toEqual({ kind: 'lost-old' })
    expect(keyAnswer(first, 6_001)).toEqual({ kind: 'lost-new', changedAt: 6_001 })
  })

  test('a later date than that of the new key means that somebody rotated again', () => {
    const done = { ...rotation, askedAt: 6_000, changedAt: 6_001 }
    expect(isOvertaken(done, 6_001)).toBe(false)
    expect(isOvertaken(done, 7_000)).toBe(true)
    expect(isOvertaken(done, undefined)).toBe(false)
    expect(isOvertaken(rotation, 7_000)).toBe(false)
  })
})

describe('what is kept of it', () => {
  test('comes back as it was, through JSON', () => {
    const time = fc.option(fc.integer({ min: 0, max: 4e12 }))
    const kept = fc.record({
      startedAt: fc.integer({ min: 0, max: 4e12 }),
      step: fc.constantFrom('use', 'places', 'confirm', 'proof', 'receipt' as const),
      places: fc.array(fc.record({ id: fc.uuid(), text: fc.string({ unit: 'grapheme' }), doneAt: time })),
      ...{
        oldChangedAt: time,
        askedAt: time,
        askedHere: time,
        changedAt: time,
        provedAt: time,
        savedAt: time,
      },
      oldFingerprint: fc.option(fc.string()),
      newFingerprint: fc.option(fc.string()),
      old: fc.option(
        fc.record({ kind: fc.constantFrom('refused' as const, 'taken' as const), at: fc.nat() }),
      ),
    })
    fc.assert(
      fc.property(kept, (it) => {
        expect(readKeyRotation(JSON.parse(JSON.stringify(it)))).toEqual(it)
      }),
    )
  })

  test('nothing else passes for one', () => {
    fc.assert(
      fc.property(fc.anything(), (it) => {
        const read = readKeyRotation(it)
        if (read) expect(typeof read.startedAt).toBe('number')
      }),
    )
    expect(readKeyRotation({ ...rotation, step: 'later' })).toBeNull()
    expect(readKeyRotation({ ...rotation, askedAt: 'yesterday' })).toBeNull()
    expect(readKeyRotation({ ...rotation, askedHere: 'here' })).toBeNull()
    // As it was kept before this device's own time was.
    expect(readKeyRotation({ ...rotation, askedHere: undefined })).toEqual(rotation)
  })
})
