import type { Context } from '#/mocks/handler'
import { policyTypeNames } from '#/mocks/public/policy-types'
import { profileAnswer } from './profile'
import { toWireDate } from '#/mocks/store/stamp'
import type { CollectionGrant, CollectionRow, MemberRow, PolicyRow, UserRow } from '#/mocks/store/tables'

const policyAnswer = (policy: PolicyRow) => ({
  id: policy.id,
  organizationId: policy.organizationId,
  type: policy.type,
  data: policy.data,
  enabled: policy.enabled,
  revisionDate: toWireDate(policy.revisionDate),
  object: 'policy',
})

function openMemberships({ db }: Context, user: UserRow, states: readonly number[]): MemberRow[] {
  return db.members
    .where('userId', user.id)
    .filter(
      ({ status, organizationId }) =>
        states.includes(status) && db.organizations.get(organizationId)?.enabled,
    )
}

/** Types of this version alone: the command line (2026.9.0) cannot sign in where it meets one that it does not know. */
function policiesOf(context: Context, user: UserRow, states: readonly number[]) {
  return openMemberships(context, user, states)
    .flatMap(({ organizationId }) => context.db.policies.where('organizationId', organizationId))
    .filter(({ type }) => type in policyTypeNames)
    .map(policyAnswer)
}

/** The grants of a member on a collection, own and through groups. */
function grantsOn({ db }: Context, member: MemberRow, collection: CollectionRow): CollectionGrant[] {
  const groups = new Set(db.groups.where('memberId', member.id).map((group) => group.id))
  const own = collection.users.filter((grant) => grant.id === member.id)
  return own.length > 0 ? own : collection.groups.filter((grant) => groups.has(grant.id))
}

function collectionsOf(context: Context, user: UserRow) {
  return openMemberships(context, user, [2]).flatMap((member) =>
    context.db.collections.where('organizationId', member.organizationId).flatMap((collection) => {
      const grants = grantsOn(context, member, collection)
      if (grants.length === 0) return []
      return [
        {
          id: collection.id,
          organizationId: collection.organizationId,
          name: collection.name,
          externalId: collection.externalId,
          type: collection.type,
          defaultUserCollectionEmail: null,
          // Several groups: the most permissive of each switch.
          readOnly: grants.every((grant) => grant.readOnly),
          hidePasswords: grants.every((grant) => grant.hidePasswords),
          manage: grants.some((grant) => grant.manage),
          object: 'collectionDetails',
        },
      ]
    }),
  )
}

function unlockAnswer(user: UserRow) {
  if (user.masterPasswordHash === null || user.key === null) return null
  return {
    kdf: {
      kdfType: user.kdf,
      iterations: user.kdfIterations,
      memory: user.kdfMemory,
      parallelism: user.kdfParallelism,
    },
    masterKeyEncryptedUserKey: user.key,
    salt: user.masterPasswordSalt ?? user.email,
    containedKeyId: user.userKeyId,
  }
}

/** Everything a client keeps. The vault itself is empty here; clients that ask for it need the rest. */
export function syncAnswer(context: Context, user: UserRow) {
  const excludesDomains = context.query.get('excludeDomains')?.toLowerCase() === 'true'
  return {
    profile: profileAnswer(context, user),
    folders: [],
    collections: collectionsOf(context, user),
    ciphers: [],
    domains: excludesDomains
      ? null
      : { equivalentDomains: null, globalEquivalentDomains: [], object: 'domains' },
    policies: policiesOf(context, user, [2]),
    policiesNew: policiesOf(context, user, [2, 1]),
    sends: [],
    userDecryption: {
      masterPasswordUnlock: unlockAnswer(user),
      ...(user.userKeyId === null ? {} : { userKeyId: user.userKeyId }),
    },
    object: 'sync',
  }
}
