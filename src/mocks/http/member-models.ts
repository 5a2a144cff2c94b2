import { minCount, oneOf, optionalEncString, required } from './checks'
import { boolean, enumerable, guid, guidEnumerable, model, text } from './models'
import type { Check, NetType, Property } from './net-types'
import { permissionNames } from '#/mocks/store/permissions'

const console = 'Bit.Api.AdminConsole.Models.Request'
const organizations = `${console}.Organizations`

const selection = model(`${console}.SelectionReadOnlyRequestModel`, {
  id: { type: guid },
  readOnly: { type: boolean },
  hidePasswords: { type: boolean },
  manage: { type: boolean },
})
const selections = enumerable(selection.name, selection)
const permissions = model(
  'Bit.Core.Models.Data.Permissions',
  Object.fromEntries(permissionNames.map((name): [string, Property] => [name, { type: boolean }])),
)
/** 3 was a role once and is refused. */
const type: Property = {
  type: { kind: 'enum', name: 'Bit.Core.Enums.OrganizationUserType', isNullable: true },
  checks: [required, oneOf([0, 1, 2, 4])],
}

const MAX_ADDRESSES = 20
const strictAddress = /^[^\s@,;<>()[\]\\"]+@[^\s@,;<>()[\]\\".]+(?:\.[^\s@,;<>()[\]\\".]+)+$/

/** `StrictEmailAddressListAttribute`: one complaint, of the first address that is wrong. */
const addresses: Check = (value) => {
  const list = Array.isArray(value) ? value : []
  if (list.length === 0) return 'An email is required.'
  if (list.length > MAX_ADDRESSES) return `You can only submit up to ${MAX_ADDRESSES} emails at a time.`
  for (const [index, address] of list.entries()) {
    if (typeof address !== 'string' || !strictAddress.test(address))
      return `Email #${index + 1} is not valid.`
    if (address.length > 256) return `Email #${index + 1} is longer than 256 characters.`
  }
  return null
}

const texts: NetType = {
  kind: 'list',
  name: 'System.Collections.Generic.IEnumerable`1[System.String]',
  of: text,
}

export const memberInvite = model(`${organizations}.OrganizationUserInviteRequestModel`, {
  emails: { type: texts, checks: [required, addresses] },
  type,
  accessSecretsManager: { type: boolean },
  permissions: { type: permissions },
  collections: { type: selections },
  groups: { type: guidEnumerable },
})

export const memberUpdate = model(`${organizations}.OrganizationUserUpdateRequestModel`, {
  type,
  permissions: { type: permissions },
  accessSecretsManager: { type: boolean },
  accessPam: { type: boolean },
  collections: { type: selections },
  groups: { type: guidEnumerable },
  email: { type: text },
  name: { type: text },
  defaultUserCollectionName: { type: text },
})

const ids: Property = { type: guidEnumerable, checks: [required, minCount] }
const collectionName: Property = { type: text, checks: [optionalEncString(1000)] }

export const manyMembers = model(`${organizations}.OrganizationUserBulkRequestModel`, { ids })

export const memberConfirm = model(`${organizations}.OrganizationUserConfirmRequestModel`, {
  key: { type: text, checks: [required] },
  defaultUserCollectionName: collectionName,
})
const confirmEntry = model(`${organizations}.OrganizationUserBulkConfirmRequestModelEntry`, {
  id: { type: guid },
  key: { type: text, checks: [required] },
})
export const memberConfirmMany = model(`${organizations}.OrganizationUserBulkConfirmRequestModel`, {
  keys: { type: enumerable(confirmEntry.name, confirmEntry), checks: [required, minCount] },
  defaultUserCollectionName: collectionName,
})

export const memberRestore = model(`${organizations}.OrganizationUserRestoreRequest`, {
  defaultUserCollectionName: collectionName,
})
export const memberRestoreMany = model(`${organizations}.OrganizationUserBulkRestoreRequestModel`, {
  ids,
  defaultUserCollectionName: collectionName,
})
