import { describe, expect, it } from 'vitest'
import { POLICIES } from './policy-catalog'
import { consequencesOf, type JudgedMember } from './policy-consequence'
import { settingProblems, settingWords } from './policy-words'

const member = (change: Partial<JudgedMember>): JudgedMember => ({
  id: 'm',
  name: 'Ana',
  role: 'user',
  status: 2,
  hasTwoFactor: false,
  hasMasterPassword: true,
  isRecoverable: false,
  isMe: false,
  ...change,
})

const policy = (type: number) => {
  const found = POLICIES.find((one) => one.type === type)
  if (!found) throw new Error(`No policy ${type}.`)
  return found
}

describe('what turning on two-step sign-in does', () => {
  it('revokes users and custom members without a second factor, who accepted at least', () => {
    const all = [
      member({}),
      member({ role: 'custom', status: 1 }),
      member({ status: 0 }),
      member({ status: -1 }),
      member({ hasTwoFactor: true }),
      member({ isMe: true }),
      member({ role: 'owner' }),
    ]
    const [lost, exempt] = consequencesOf(0, all) ?? []
    expect(lost?.count).toBe(2)
    expect(exempt?.count).toBe(1)
  })

  it('tells that the server refuses while one of them has no master password', () => {
    const texts = consequencesOf(0, [member({ hasMasterPassword: false })])?.map(({ text }) => text)
    expect(texts?.some((text) => text.includes('refuses'))).toBe(true)
  })

  it('says that it is not known for single organization', () => {
    expect(consequencesOf(3, [member({})])).toBeNull()
  })
})

describe('the settings of policies', () => {
  it('know each type once, 0 to 22', () => {
    expect(POLICIES.map(({ type }) => type).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 23 }, (_, i) => i),
    )
  })

  it('are told in words', () => {
    expect(settingWords(policy(9), { type: 'custom', minutes: 240, action: 'lock' })).toBe(
      'After 4 hours, then locks',
    )
    expect(settingWords(policy(1), { minComplexity: 3, minLength: 14, requireUpper: false })).toBe(
      'Good (3), least length 14',
    )
  })

  it('are refused out of range before the server has to', () => {
    expect(settingProblems(policy(1), { minLength: 5 }, true).has('minLength')).toBe(true)
    expect(settingProblems(policy(1), { minLength: 'x' }, true).has('minLength')).toBe(true)
    expect(settingProblems(policy(1), { minLength: null }, true).size).toBe(0)
    expect(settingProblems(policy(22), { rulesUrl: 'http://x.test' }, true).has('rulesUrl')).toBe(true)
    expect(settingProblems(policy(22), null, false).size).toBe(0)
  })
})
