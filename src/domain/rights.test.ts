import { describe, expect, it } from 'vitest'
import { mayLeaveWithoutProject, mayUseSecretsManager, type MembershipFacts } from './rights'

const member: MembershipFacts = {
  role: 'user',
  enabled: true,
  confirmed: true,
  useSecretsManager: true,
  accessSecretsManager: true,
}

describe('mayUseSecretsManager', () => {
  it('asks for all four facts, whatever the role', () => {
    const facts = ['confirmed', 'enabled', 'useSecretsManager', 'accessSecretsManager'] as const
    for (const role of ['owner', 'admin', 'user', 'custom'] as const) {
      expect(mayUseSecretsManager({ ...member, role })).toBe(true)
      const reasons = facts.map((fact) => mayUseSecretsManager({ ...member, role, [fact]: false }))
      expect(reasons).not.toContain(true)
      expect(new Set(reasons.map((verdict) => JSON.stringify(verdict))).size).toBe(facts.length)
    }
  })
})

describe('mayLeaveWithoutProject', () => {
  it('is for owners and admins', () => {
    const roles = ['owner', 'admin', 'user', 'custom'] as const
    expect(roles.map((role) => mayLeaveWithoutProject({ ...member, role }) === true)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
