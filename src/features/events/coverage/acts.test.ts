import { describe, expect, it } from 'vitest'
import { contract, type EndpointName } from '#/api/contract'
import { COVERED_ACTS } from '#/domain/coverage/acts'
import {
  codesOf,
  lowerFirst,
  oneEvent,
  recordedAs,
  recordsOfThis,
  recordsOne,
  TRACES,
  traceOf,
  type ActId,
} from '#/domain/coverage/traces'
import { PLAYS, setUp } from '#/session/testing/plays/plays-one'

describe('what each act leaves in the log', () => {
  it.each(Object.entries(PLAYS))('is as the table has it: %s', async (id, play) => {
    const world = setUp()
    const answers: number[] = []
    const { call } = world
    world.call = async (...args) => {
      const answer = await call(...args)
      answers.push(answer.status)
      return answer
    }
    const rows = await world.server.eventsOf(() => play(world))
    expect(answers.filter((status) => status !== 200)).toEqual([])
    expect([...new Set(rows.map(({ type }) => type))].toSorted((a, b) => Number(a) - Number(b))).toEqual(
      codesOf(id as ActId),
    )
  })

  it('has a line for every act, and words for every code beside an act', () => {
    expect(COVERED_ACTS.map(({ id }) => id).toSorted()).toEqual(Object.keys(TRACES).toSorted())
    for (const { id, trace, codes, says } of COVERED_ACTS) {
      expect(trace === 'none', id).toBe(codes.length === 0)
      expect(says === '–', id).toBe(codes.length === 0)
    }
  })
})

describe('the line beside an act', () => {
  it('says what the table says', () => {
    expect(recordedAs('trashSecret')).toBe('Recorded as “deleted secret” (2103)')
    expect(recordedAs('createMachine')).toBe(
      'Recorded as “created machine account” (2304) and “gave a person access” (2300)',
    )
    expect(recordsOne('readSecret')).toBe('Records one “accessed secret” event (2100)')
    expect(lowerFirst(recordsOne('createToken'))).toBe('leaves no event')
    expect(oneEvent('deleteProject')).toBe('“deleted project” event (2203)')
    expect(recordsOfThis('changeProjectPeople')).toBe('The server records nothing of this')
  })

  it('has the codes of its act, or none', () => {
    for (const id of Object.keys(TRACES) as ActId[]) {
      const line = recordedAs(id)
      const codes = codesOf(id)
      expect(line === 'Leaves no event', id).toBe(traceOf(id) === 'none')
      for (const code of codes) expect(line, id).toContain(`(${code})`)
    }
  })
})

/** Changes nothing that an organization could record, or is no act of this console (privileged access). */
const OUTSIDE =
  /^(?:account|memberEnablePam|prelogin|requestOtp|resend|securityStamp|token|twoFactor|userKeyIdSet|verify|organizationKeysPost|publicSubscription)/

/** The same act on many, or by another path: each row is that of one. */
const AS_ONE: Partial<Record<EndpointName, ActId>> = {
  memberReinvite: 'reinviteMember',
  memberReinviteMany: 'reinviteMember',
  memberConfirmMany: 'confirmMember',
  memberRevokeMany: 'revokeMember',
  memberRevokeSelf: 'leaveByPolicy',
  memberRestoreLegacy: 'restoreMember',
  memberRestoreMany: 'restoreMember',
  memberRemoveMany: 'removeMember',
  memberDeleteAccount: 'deleteAccount',
  memberDeleteAccountMany: 'deleteAccount',
  groupDeleteMany: 'deleteGroup',
  collectionDeleteMany: 'deleteCollection',
  collectionBulkAccess: 'changeCollection',
  organizationApiKeyView: 'viewOrganizationKey',
  organizationApiKeyRotate: 'rotateOrganizationKey',
  accessRequest: 'askForAccess',
  secretsImport: 'importSecrets',
  publicMemberCreate: 'publicInvite',
  publicMemberUpdate: 'publicChangeMember',
  publicMemberGroupPut: 'publicMemberGroups',
  publicMemberDelete: 'publicRemoveMember',
  publicMemberReinvite: 'publicReinvite',
  publicMemberRevoke: 'publicRevoke',
  publicMemberRestore: 'publicRevoke',
  publicGroupCreate: 'publicGroups',
  publicGroupUpdate: 'publicGroups',
  publicGroupMemberPut: 'publicGroupMembers',
  publicGroupDelete: 'publicDeleteGroup',
  publicCollectionUpdate: 'publicChangeCollection',
  publicCollectionDelete: 'publicDeleteCollection',
  publicPolicyPut: 'publicPolicy',
  publicImport: 'publicImport',
}

it('covers every write of the contract', async () => {
  const played = new Set<EndpointName>()
  for (const play of Object.values(PLAYS)) {
    const world = setUp()
    await play(world)
    for (const name of world.used) played.add(name)
  }
  const writes = (Object.keys(contract) as EndpointName[]).filter((name) => contract[name].method !== 'GET')
  expect(writes.filter((name) => !played.has(name) && !AS_ONE[name] && !OUTSIDE.test(name))).toEqual([])
})
