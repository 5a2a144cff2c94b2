import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actorOf } from './actor'
import { clientOf } from './clients'
import { categoryOf, EVENT_CODES, eventCode, severityOf } from './codes'
import { NO_NAMES, shownObject, stateWords } from './names'
import type { EventNames, KnownName } from './names'
import { EVENT_IDS, eventRow } from './row'
import type { EventRow } from './row'
import { eventSentence, isSameActor, objectKey, objectOf, sentenceText } from './sentence'

const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`
const date = '2026-08-20T09:15:27.1266667Z'

function names(known: Record<string, KnownName>, isWhole = true): EventNames {
  return {
    get: (kind, key) => known[`${kind}:${key}`],
    whyNameless: () => (isWhole ? 'deleted' : 'not readable'),
  }
}

const say = (row: Partial<EventRow> & { type: number }, known: Record<string, KnownName> = {}) =>
  sentenceText(eventSentence(eventRow({ date, ...row })), names(known))

const anyRow = fc
  .record({
    type: fc.oneof(fc.constantFrom(...EVENT_CODES.map(({ code }) => code)), fc.integer()),
    ...(Object.fromEntries(
      EVENT_IDS.map((field) => [field, fc.option(fc.oneof(fc.uuid(), fc.string()))]),
    ) as Record<(typeof EVENT_IDS)[number], fc.Arbitrary<string | null>>),
    deviceType: fc.option(fc.integer()),
    systemUser: fc.option(fc.integer()),
    domainName: fc.option(fc.string()),
    ipAddress: fc.option(fc.string()),
  })
  .map((sent) => eventRow({ ...sent, date }))

describe('the table of codes', () => {
  it('has each code once, in a family of its own, with a sentence that every row of it can fill', () => {
    expect(EVENT_CODES).toHaveLength(162)
    expect(new Set(EVENT_CODES.map(({ code }) => code)).size).toBe(162)
    for (const entry of EVENT_CODES) {
      expect(entry.name, String(entry.code)).toMatch(/^[A-Z][A-Za-z]+_\w+$/)
      expect(['info', 'notice', 'critical'], entry.name).toContain(entry.severity)
      expect(entry.sentence, entry.name).toMatch(/^[A-Z{].*[\w})]$/)
      expect(entry.ids.length, entry.name).toBeGreaterThan(0)
    }
    expect(categoryOf(1803)).toBe('provider')
    expect(categoryOf(2999)).toBeNull()
    expect(severityOf(2999)).toBe('notice')
    expect(eventCode(1118)?.origin).toBe('never')
    expect(eventCode(2300)?.ids).toContain('userId*')
  })
})

describe('a sentence', () => {
  it('is made of any row at all, and leaves no slot open', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const known = sentenceText(eventSentence(row), NO_NAMES)
        expect(known.length).toBeGreaterThan(8)
        expect(known).not.toMatch(/undefined|null|\[object|\{(?:actor|code|member|secret)\}/)
        for (const part of eventSentence(row)) expect(['text', 'actor', 'object']).toContain(part.kind)
        expect(clientOf(row).label).not.toBe('')
        objectOf(row)
        isSameActor(row, row)
      }),
    )
  })

  it('takes names as text, whatever is in them', () => {
    const name = '<img src=x onerror=alert(1)> \u202Eevil 🦊'
    const said = say(
      { type: 2100, userId: id(1), secretId: id(2) },
      {
        [`account:${id(1)}`]: { name: 'Jonas', state: 'live' },
        [`secret:${id(2)}`]: { name, state: 'live' },
      },
    )
    expect(said).toBe(`Jonas read secret ${name}`)
  })

  it.each([
    [{ type: 2104, userId: id(1), secretId: id(2) }, 'Former member 00000001 destroyed secret 00000002'],
    [
      { type: 2100, serviceAccountId: id(3), secretId: id(2) },
      'Machine account 00000003 read secret 00000002',
    ],
    [{ type: 2999 }, 'Organization API key, not named did something this console does not know (event 2999)'],
    [{ type: 2100, userId: id(1) }, 'Former member 00000001 read secret (no id in the row)'],
    [{ type: 1622, systemUser: 5 }, 'Bitwarden staff made automatic confirmation available'],
    [
      { type: 2510, sendId: id(4), domainName: 'a.example' },
      'Someone at a.example opened text Send 00000004',
    ],
    [{ type: 2511, sendId: id(4), userId: id(1) }, 'Someone outside downloaded file Send 00000004'],
    [
      { type: 1517, organizationUserId: id(5), systemUser: 1 },
      '00000005 was confirmed automatically, by SCIM provisioning',
    ],
    [
      { type: 1516, organizationUserId: id(5), userId: id(1), actingUserId: id(1) },
      '00000005 left the organization',
    ],
    [
      { type: 2003, domainName: 'a.example', systemUser: 2 },
      'A check of domain a.example did not find the proof record, by Domain claiming',
    ],
    [
      { type: 1603, actingUserId: id(1), providerId: id(6) },
      'Provider 00000006 opened the organization vault as a provider',
    ],
  ])('of %o says "%s"', (row, said) => {
    expect(say(row)).toBe(said)
  })
})

describe('a name', () => {
  const trashed = names({ [`secret:${id(2)}`]: { name: 'OLD', state: 'trash' } })

  it('says what stands in the trash, what is gone and what may not be read', () => {
    expect(shownObject('secret', id(2), trashed)).toMatchObject({ text: 'OLD', isName: true, to: null })
    expect(stateWords(shownObject('secret', id(2), trashed).state)).toMatch(/trash/)
    expect(stateWords(shownObject('secret', id(1), trashed).state)).toBe('Deleted, name not known.')
    expect(stateWords(shownObject('secret', id(1), NO_NAMES).state)).toMatch(/may not read/)
    expect(stateWords('live')).toBeNull()
  })
})

describe('the actor', () => {
  it('is not the person that SCIM revoked', () => {
    const row = eventRow({ type: 1511, date, userId: id(1), organizationUserId: id(5), systemUser: 1 })
    expect(actorOf(row)).toEqual({ kind: 'system', code: 1 })
  })

  it('is in userId for secrets and projects, and for no machine account', () => {
    expect(actorOf(eventRow({ type: 2201, date, userId: id(1) }))).toMatchObject({ id: id(1) })
    expect(actorOf(eventRow({ type: 2300, date, userId: id(5) }))).toEqual({ kind: 'nobody' })
  })

  it('is found by membership where a new machine account files its creator so', () => {
    const row = { type: 2300, actingUserId: id(5), userId: id(5), grantedServiceAccountId: id(3) }
    const known: Record<string, KnownName> = {
      [`member:${id(5)}`]: { name: 'Priya', state: 'live' },
      [`machine:${id(3)}`]: { name: 'ci', state: 'gone' },
    }
    expect(say(row, known)).toBe('Priya let Priya use machine account 00000003 (was ci)')
    const object = objectOf(eventRow({ date, ...row }))
    expect(object && objectKey(object)).toBe(`machine:${id(3)}`)
  })
})
