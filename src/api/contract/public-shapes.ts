import { z } from '#/lib/zod'
import { date, id, tag } from './common'

// Shapes of the Public API (`/api/public`), which differ from the private ones in small ways.

/** A right on a collection, in both directions. */
const association = z.object({
  id,
  readOnly: z.boolean(),
  hidePasswords: z.boolean(),
  manage: z.boolean(),
})

const associationWish = z.object({
  id: z.string(),
  readOnly: z.boolean(),
  hidePasswords: z.optional(z.nullable(z.boolean())),
  manage: z.optional(z.nullable(z.boolean())),
})
const associationWishes = z.optional(z.nullable(z.array(associationWish)))
const externalId = z.optional(z.nullable(z.string()))

/** Thirteen switches of the custom role. */
const publicPermissions = z.object({
  accessEventLogs: z.boolean(),
  accessImportExport: z.boolean(),
  accessReports: z.boolean(),
  createNewCollections: z.boolean(),
  editAnyCollection: z.boolean(),
  deleteAnyCollection: z.boolean(),
  manageGroups: z.boolean(),
  managePolicies: z.boolean(),
  manageSso: z.boolean(),
  manageUsers: z.boolean(),
  manageResetPassword: z.boolean(),
  manageScim: z.boolean(),
  manageAccessRules: z.boolean(),
})

/** `id` is the membership, `userId` the account. Groups and Secrets Manager are never told. */
export const publicMember = z.object({
  id,
  userId: z.nullable(id),
  name: z.nullable(z.string()),
  email: z.string(),
  twoFactorEnabled: z.boolean(),
  /** -1 revoked, 0 invited, 1 accepted, 2 confirmed, 3 staged. */
  status: z.int(),
  /** Null in the answer to a write that left it out. */
  collections: z.nullable(z.array(association)),
  resetPasswordEnrolled: z.boolean(),
  ssoExternalId: z.nullable(z.string()),
  type: z.int(),
  externalId: z.nullable(z.string()),
  permissions: z.nullable(publicPermissions),
  object: tag('member'),
})

export const publicGroup = z.object({
  id,
  name: z.string(),
  externalId: z.nullable(z.string()),
  collections: z.nullable(z.array(association)),
  object: tag('group'),
})

/** Its name is encrypted and left out. */
export const publicCollection = z.object({
  id,
  externalId: z.nullable(z.string()),
  groups: z.nullable(z.array(association)),
  object: tag('collection'),
})

export const publicPolicy = z.object({
  id,
  type: z.int(),
  enabled: z.boolean(),
  data: z.nullable(z.record(z.string(), z.unknown())),
  object: tag('policy'),
})

/** What is left out of a change is cleared: `externalId` and `collections`. Groups are kept, and permissions. */
const memberChange = z.object({
  type: z.int(),
  externalId,
  permissions: z.optional(z.nullable(z.partial(publicPermissions))),
  collections: associationWishes,
  groups: z.optional(z.nullable(z.array(z.string()))),
})
export const memberWish = { create: z.extend(memberChange, { email: z.string() }), update: memberChange }

export const groupWish = z.object({ name: z.string(), externalId, collections: associationWishes })

export const collectionWish = z.object({ externalId, groups: associationWishes })

/** Flat, unlike the private API's. */
export const policyWish = z.object({
  enabled: z.boolean(),
  data: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
  metadata: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
})

export const directoryImport = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      externalId: z.string(),
      memberExternalIds: z.optional(z.nullable(z.array(z.string()))),
    }),
  ),
  members: z.array(
    z.object({
      email: z.optional(z.nullable(z.string())),
      externalId: z.string(),
      deleted: z.optional(z.boolean()),
    }),
  ),
  overwriteExisting: z.boolean(),
  largeImport: z.optional(z.boolean()),
  inviteUsersAfterProvisioning: z.optional(z.boolean()),
})

const limit = z.nullable(z.int())
const wantedLimit = z.optional(limit)

/** Cloud servers alone tell it. */
export const subscription = z.object({
  passwordManager: z.nullable(z.object({ seats: limit, maxAutoScaleSeats: limit, storage: limit })),
  secretsManager: z.nullable(
    z.object({
      seats: limit,
      maxAutoScaleSeats: limit,
      serviceAccounts: limit,
      maxAutoScaleServiceAccounts: limit,
    }),
  ),
})

export const subscriptionWish = z.object({
  passwordManager: z.optional(
    z.nullable(z.object({ seats: wantedLimit, maxAutoScaleSeats: wantedLimit, storage: wantedLimit })),
  ),
  secretsManager: z.optional(
    z.nullable(
      z.object({
        seats: wantedLimit,
        maxAutoScaleSeats: wantedLimit,
        serviceAccounts: wantedLimit,
        maxAutoScaleServiceAccounts: wantedLimit,
      }),
    ),
  ),
})

const ref = z.nullable(id)

/** Lacks who acted in rows of secrets and projects, and every system that acted. */
export const publicEvent = z.object({
  type: z.int(),
  itemId: ref,
  collectionId: ref,
  groupId: ref,
  policyId: ref,
  memberId: ref,
  actingUserId: ref,
  installationId: ref,
  date,
  device: z.nullable(z.int()),
  ipAddress: z.nullable(z.string()),
  secretId: ref,
  projectId: ref,
  serviceAccountId: ref,
  object: tag('event'),
})

/** Unlike the private lists: no token where nothing is paged. */
export const publicListOf = <S extends z.ZodMiniType>(item: S) =>
  z.object({ data: z.array(item), object: tag('list') })

export type PublicMember = z.output<typeof publicMember>
export type PublicGroup = z.output<typeof publicGroup>
export type PublicCollection = z.output<typeof publicCollection>
export type PublicPolicy = z.output<typeof publicPolicy>
export type PublicEvent = z.output<typeof publicEvent>
