import { maxLength, oneOf, required } from './checks'
import { boolean, enumerable, guidEnumerable, model, text } from './models'
import type { Check, NetType, Property } from './net-types'
import { permissionNames } from '#/mocks/store/permissions'

const adminConsole = 'Bit.Api.AdminConsole.Public.Models.Request'
const maybe: NetType = { kind: 'boolean', isNullable: true }
const neededFlag: Property = { type: maybe, checks: [required] }
const strictAddress = /^[^\s@,;<>()[\]\\"]+@[^\s@,;<>()[\]\\".]+(?:\.[^\s@,;<>()[\]\\".]+)+$/

/** Complains of nothing, too. */
const strictEmail: Check = (value, name) =>
  typeof value === 'string' && strictAddress.test(value)
    ? null
    : `The ${name} field is not a supported e-mail address format.`

const association = model(`${adminConsole}.AssociationWithPermissionsRequestModel`, {
  id: { type: { kind: 'guid', isNullable: true }, checks: [required] },
  readOnly: neededFlag,
  hidePasswords: { type: maybe },
  manage: { type: maybe },
})
const associations: Property = { type: enumerable(association.name, association) }
const externalId: Property = { type: text, checks: [maxLength(300)] }

const permissions = model(
  'Bit.Api.AdminConsole.Public.Models.PermissionsModel',
  Object.fromEntries(permissionNames.map((name): [string, Property] => [name, { type: boolean }])),
)
const member: Record<string, Property> = {
  type: {
    type: { kind: 'enum', name: 'Bit.Core.Enums.OrganizationUserType' },
    isJsonRequired: true,
    checks: [oneOf([0, 1, 2, 4])],
  },
  externalId,
  permissions: { type: permissions },
  collections: associations,
  groups: { type: guidEnumerable },
}
const onlyCustom = (value: Record<string, unknown>) =>
  value.type !== 4 && value.permissions !== null && value.permissions !== undefined
    ? { '': ['Only members with the role Custom can be given permissions.'] }
    : null

export const publicMemberUpdate = model(`${adminConsole}.MemberUpdateRequestModel`, member, onlyCustom)
export const publicMemberCreate = model(
  `${adminConsole}.MemberCreateRequestModel`,
  { ...member, email: { type: text, checks: [required, strictEmail, maxLength(256)] } },
  onlyCustom,
)
export const publicMemberGroups = model(`${adminConsole}.UpdateGroupIdsRequestModel`, {
  groupIds: { type: guidEnumerable },
})
export const publicGroup = model(`${adminConsole}.GroupCreateUpdateRequestModel`, {
  name: { type: text, checks: [required, maxLength(100)] },
  externalId,
  collections: associations,
})
export const publicGroupMembers = model(`${adminConsole}.UpdateMemberIdsRequestModel`, {
  memberIds: { type: guidEnumerable },
})
export const publicCollection = model('Bit.Api.Models.Public.Request.CollectionUpdateRequestModel', {
  externalId,
  groups: associations,
})

const anyObject: NetType = {
  kind: 'json',
  name: 'System.Collections.Generic.Dictionary`2[System.String,System.Object]',
}
export const publicPolicy = model(`${adminConsole}.PolicyUpdateRequestModel`, {
  enabled: neededFlag,
  data: { type: anyObject },
  metadata: { type: anyObject },
})

/** A converter of the server takes numbers for these ids. */
const looseText: NetType = { kind: 'string', takesNumbers: true }
const loose: Property = { type: looseText, checks: [required, maxLength(300)] }
const importedGroup = model(
  `${adminConsole}.OrganizationImportRequestModel+OrganizationImportGroupRequestModel`,
  {
    name: { type: text, checks: [required, maxLength(100)] },
    externalId: loose,
    memberExternalIds: { type: enumerable('System.String', looseText) },
  },
)
const importedMember = model(
  `${adminConsole}.OrganizationImportRequestModel+OrganizationImportMemberRequestModel`,
  { email: { type: text, checks: [maxLength(256)] }, externalId: loose, deleted: { type: boolean } },
  ({ email, deleted }) => (!email && !deleted ? { Email: ['Email is required for enabled members.'] } : null),
)
export const publicImport = model(`${adminConsole}.OrganizationImportRequestModel`, {
  groups: { type: enumerable(importedGroup.name, importedGroup) },
  members: { type: enumerable(importedMember.name, importedMember) },
  overwriteExisting: neededFlag,
  largeImport: { type: boolean },
  inviteUsersAfterProvisioning: { type: maybe },
})

const number: Property = { type: { kind: 'integer', isNullable: true } }
const limits = 'Bit.Api.Billing.Public.Models'
export const publicSubscription = model(`${limits}.OrganizationSubscriptionUpdateRequestModel`, {
  passwordManager: {
    type: model(`${limits}.PasswordManagerSubscriptionUpdateModel`, {
      seats: number,
      storage: number,
      maxAutoScaleSeats: number,
    }),
  },
  secretsManager: {
    type: model(`${limits}.SecretsManagerSubscriptionUpdateModel`, {
      seats: number,
      maxAutoScaleSeats: number,
      serviceAccounts: number,
      maxAutoScaleServiceAccounts: number,
    }),
  },
})
