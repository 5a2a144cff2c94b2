import { describe, expect, it } from 'vitest'
import type { MembershipView, MemberView } from '#/session/member-types'
import { canAct, canChangeRole, canGivePermission, canGiveRole, sortOut } from './can'

const own = (change: Partial<MembershipView> = {}): MembershipView => ({
  ...{ memberId: 'me', role: 'owner', permissions: [], seats: null, hasGroups: true, hasCustomRoles: true },
  ...{ hasSecretsManager: true, hasEvents: true, isSelfHosted: true, mayGiveAllCollections: true },
  ...change,
})

const member = (change: Partial<MemberView> = {}): MemberView => ({
  ...{ id: 'other', userId: 'u', name: 'Olu', email: 'olu@acme.test', role: 'user', status: 'confirmed' },
  ...{ permissions: [], hasSecretsManager: true, hasPam: false, hasTwoStep: true, hasSso: false },
  ...{ isClaimed: false, hasMasterPassword: true, isRecoverable: false, externalId: null, groups: [] },
  ...{ collections: [], revokedFor: null, since: 0 },
  ...change,
})

const actor = (change: Partial<MembershipView> = {}, owners = 2) => ({ own: own(change), owners })
const reason = (verdict: ReturnType<typeof canAct>) => (verdict === true ? true : verdict.no)

describe('acts on members', () => {
  it('need the right to manage them', () => {
    expect(reason(canAct('revoke', actor({ role: 'user' }), member()))).toMatch(/^Only owners, admins/)
    expect(canAct('revoke', actor({ role: 'custom', permissions: ['manageUsers'] }), member())).toBe(true)
  })

  it('never reach those above, oneself or the last owner', () => {
    const boss = member({ role: 'owner' })
    expect(reason(canAct('revoke', actor({ role: 'admin' }), boss))).toMatch(/^Only owners can/)
    expect(
      reason(
        canAct('edit', actor({ role: 'custom', permissions: ['manageUsers'] }), member({ role: 'admin' })),
      ),
    ).toMatch(/^Only owners and admins/)
    expect(reason(canAct('remove', actor(), member({ id: 'me' })))).toBe('You cannot remove yourself.')
    expect(canAct('remove', actor(), boss)).toBe(true)
    expect(reason(canAct('remove', actor({}, 1), boss))).toMatch(/last confirmed owner/)
    expect(reason(canChangeRole(actor({}, 1), boss, 'user'))).toMatch(/last confirmed owner/)
    expect(canChangeRole(actor({}, 1), boss, 'owner')).toBe(true)
  })

  it('fit the status', () => {
    const { open, closed } = sortOut('confirm', actor(), [
      member({ id: 'a', status: 'accepted' }),
      member({ id: 'b', status: 'invited' }),
      member({ id: 'c' }),
    ])
    expect(open.map(({ id }) => id)).toEqual(['a'])
    expect(closed.map(({ reason: why }) => why)).toEqual([
      'Olu has not accepted the invitation yet.',
      'Is confirmed already.',
    ])
    expect(reason(canAct('restore', actor(), member()))).toBe('Is not revoked.')
    expect(reason(canAct('revoke', actor(), member({ status: 'revoked' })))).toBe('Is revoked already.')
    expect(reason(canAct('remove', actor(), member({ isClaimed: true })))).toMatch(/claims this account/)
  })

  it('give no more than one has', () => {
    expect(canGiveRole(own(), 'owner')).toBe(true)
    expect(canGiveRole(own({ role: 'admin' }), 'owner')).not.toBe(true)
    expect(canGiveRole(own({ hasCustomRoles: false }), 'custom')).not.toBe(true)
    const custom = own({ role: 'custom', permissions: ['manageUsers'] })
    expect(canGiveRole(custom, 'admin')).not.toBe(true)
    expect(canGivePermission(custom, 'manageUsers')).toBe(true)
    expect(canGivePermission(custom, 'manageGroups')).not.toBe(true)
  })
})
