import { email, exceeds, maxLength, required, requiredWith, sealedText } from './checks'
import type { ModelType, NetType, Property } from './net-types'
import { stampOf, stampOfText } from '#/mocks/store/stamp'

// The server's request models under their .NET names, which its parse errors spell out.

const sm = 'Bit.Api.SecretsManager.Models.Request'
export const guid: NetType = { kind: 'guid' }
export const boolean: NetType = { kind: 'boolean' }
export const text: NetType = { kind: 'string' }

export const enumerable = (name: string, of: NetType): NetType => ({
  kind: 'list',
  name: `System.Collections.Generic.IEnumerable\`1[${name}]`,
  of,
})
const guidArray: NetType = { kind: 'list', name: 'System.Guid[]', of: guid }
export const guidEnumerable = enumerable('System.Guid', guid)

export const model = (
  name: string,
  properties: Record<string, Property>,
  validate?: ModelType['validate'],
): ModelType =>
  validate ? { kind: 'model', name, properties, validate } : { kind: 'model', name, properties }

/** A bare JSON array of ids. */
export const guidList: NetType = {
  kind: 'list',
  name: 'System.Collections.Generic.List`1[System.Guid]',
  of: guid,
}

const named = (name: string) => model(`${sm}.${name}`, { name: { type: text, checks: sealedText(1000) } })
export const projectCreate = named('ProjectCreateRequestModel')
export const projectUpdate = named('ProjectUpdateRequestModel')
export const serviceAccountCreate = named('ServiceAccountCreateRequestModel')
export const serviceAccountUpdate = named('ServiceAccountUpdateRequestModel')

const policyRequest = (name: string, idName: string) =>
  model(`${sm}.${name}`, { [idName]: { type: guid }, read: { type: boolean }, write: { type: boolean } })
const accessPolicyRequest = policyRequest('AccessPolicyRequest', 'granteeId')
const accessPolicies = enumerable(accessPolicyRequest.name, accessPolicyRequest)
const grantedPolicyRequest = policyRequest('GrantedAccessPolicyRequest', 'grantedId')
const grantedPolicies = enumerable(grantedPolicyRequest.name, grantedPolicyRequest)

const neededList = (type: NetType): Property => ({ type, isJsonRequired: true, checks: [required] })

export const peoplePolicies = model(`${sm}.PeopleAccessPoliciesRequestModel`, {
  userAccessPolicyRequests: { type: accessPolicies },
  groupAccessPolicyRequests: { type: accessPolicies },
})
export const projectServiceAccountPolicies = model(`${sm}.ProjectServiceAccountsAccessPoliciesRequestModel`, {
  serviceAccountAccessPolicyRequests: neededList(accessPolicies),
})
export const grantedPoliciesRequest = model(`${sm}.ServiceAccountGrantedPoliciesRequestModel`, {
  projectGrantedPolicyRequests: neededList(grantedPolicies),
})
const secretPolicies = model(`${sm}.SecretAccessPoliciesRequestsModel`, {
  userAccessPolicyRequests: neededList(accessPolicies),
  groupAccessPolicyRequests: neededList(accessPolicies),
  serviceAccountAccessPolicyRequests: neededList(accessPolicies),
})

const secretFields: Record<string, Property> = {
  key: { type: text, checks: sealedText(1000) },
  value: { type: text, checks: sealedText(35000) },
  note: { type: text, checks: sealedText(10000) },
}
const secretProperties: Record<string, Property> = {
  ...secretFields,
  projectIds: { type: guidArray },
  accessPoliciesRequests: { type: secretPolicies },
}
const oneProject: ModelType['validate'] = ({ projectIds }) =>
  Array.isArray(projectIds) && projectIds.length > 1
    ? { ProjectIds: ['Only one project assignment is supported.'] }
    : null
export const secretCreate = model(`${sm}.SecretCreateRequestModel`, secretProperties, oneProject)
export const secretUpdate = model(
  `${sm}.SecretUpdateRequestModel`,
  { ...secretProperties, valueChanged: { type: boolean } },
  oneProject,
)

export const secretsGet = model(
  `${sm}.GetSecretsRequestModel`,
  { ids: { type: guidEnumerable, checks: [required] } },
  ({ ids }) => {
    const list = Array.isArray(ids) ? ids.map(String) : []
    const twice = [...new Set(list.filter((id, index) => list.indexOf(id) !== index))]
    if (twice.length === 0) return null
    const text = twice.map((id) => `${id} `).join('')
    return { GetSecretsRequestModel: [`The following GUIDs were duplicated ${text}`] }
  },
)

export const versionRestore = model(`${sm}.RestoreSecretVersionRequestModel`, { versionId: { type: guid } })

export const accessTokenCreate = model(
  `${sm}.AccessTokenCreateRequestModel`,
  {
    name: { type: text, checks: sealedText(200) },
    encryptedPayload: { type: text, checks: sealedText(4000) },
    key: { type: text, checks: sealedText() },
    expireAt: { type: { kind: 'date', isNullable: true } },
  },
  ({ expireAt }, nowMs) =>
    typeof expireAt === 'string' && (stampOfText(expireAt) ?? '') <= stampOf(nowMs)
      ? { '': ['Please select an expiration date that is in the future.'] }
      : null,
)
export const accessTokensRevoke = model('RevokeAccessTokensRequest', {
  ids: { type: guidArray, checks: [required] },
})

const importedProject = model(`${sm}.SMImportRequestModel+InnerProjectImportRequestModel`, {
  id: { type: guid },
  name: { type: text, checks: sealedText(1000) },
})
const importedSecret = model(`${sm}.SMImportRequestModel+InnerSecretImportRequestModel`, {
  id: { type: guid },
  ...secretFields,
  projectIds: { type: guidEnumerable, checks: [required] },
})
export const smImport = model(`${sm}.SMImportRequestModel`, {
  projects: { type: enumerable(importedProject.name, importedProject) },
  secrets: { type: enumerable(importedSecret.name, importedSecret) },
})

export const requestAccess = model(`${sm}.RequestSMAccessRequestModel`, {
  organizationId: { type: guid },
  emailContent: { type: text, checks: [requiredWith('Add a note is a required field')] },
})

const accounts = 'Bit.Api.Auth.Models.Request.Accounts'
const verification: Record<string, Property> = {
  masterPasswordHash: { type: text, checks: [maxLength(300)] },
  otp: { type: text },
  authRequestAccessCode: { type: text },
}
const anySecret: ModelType['validate'] = (value) =>
  value.masterPasswordHash || value.otp || value.authRequestAccessCode
    ? null
    : { '': ['MasterPasswordHash, OTP, or AccessCode must be supplied.'] }
const emailAddress: Property = { type: text, checks: [required, email, maxLength(256)] }

export const secretVerification = model(`${accounts}.SecretVerificationRequestModel`, verification, anySecret)
export const organizationApiKey = model(
  'Bit.Api.AdminConsole.Models.Request.Organizations.OrganizationApiKeyRequestModel',
  { ...verification, type: { type: { kind: 'enum', name: 'Bit.Core.Enums.OrganizationApiKeyType' } } },
  anySecret,
)
export const verifyOtp = model(`${accounts}.VerifyOTPRequestModel`, {
  otp: { type: text, checks: [required] },
})
export const resendNewDeviceOtp = model(
  `${accounts}.UnauthenticatedSecretVerificationRequestModel`,
  { ...verification, email: emailAddress },
  anySecret,
)
export const twoFactorEmail = model('Bit.Api.Auth.Models.Request.TwoFactorEmailRequestModel', {
  ...verification,
  email: emailAddress,
  authRequestId: { type: text },
  ssoEmail2FaSessionToken: { type: text },
})
export const userKeyId = model('Bit.Api.KeyManagement.Models.Requests.UserKeyIdRequestModel', {
  userKeyId: { type: text, checks: [required] },
})
export const prelogin = model('Bit.Core.Auth.Models.Api.Request.Accounts.PasswordPreloginRequestModel', {
  email: emailAddress,
})
export const profileUpdate = model(`${accounts}.UpdateProfileRequestModel`, {
  name: { type: text, checks: [maxLength(50)] },
  masterPasswordHint: { type: text, checks: [maxLength(50)] },
})

const adminConsole = 'Bit.Api.AdminConsole.Models.Request'
const selection = model(`Bit.Api.Models.Request.SelectionReadOnlyRequestModel`, {
  id: { type: guid },
  readOnly: { type: boolean },
  hidePasswords: { type: boolean },
  manage: { type: boolean },
})
const selections = enumerable(selection.name, selection)

export const group = model(`${adminConsole}.GroupRequestModel`, {
  name: { type: text, checks: [required, maxLength(100)] },
  collections: { type: selections },
  users: { type: guidEnumerable },
})
export const groupBulk = model(`${adminConsole}.GroupBulkRequestModel`, {
  ids: { type: guidEnumerable, checks: [required] },
})

const collectionFields: Record<string, Property> = {
  externalId: { type: text, checks: [maxLength(300)] },
  groups: { type: selections },
  users: { type: selections },
}
export const collectionCreate = model('Bit.Api.Models.Request.CreateCollectionRequestModel', {
  name: { type: text, checks: sealedText(1000) },
  ...collectionFields,
})
export const collectionUpdate = model('Bit.Api.Models.Request.UpdateCollectionRequestModel', {
  name: { type: text, checks: sealedText(1000).slice(1) },
  ...collectionFields,
})
export const collectionDelete = model('Bit.Api.Models.Request.CollectionBulkDeleteRequestModel', {
  ids: { type: guidEnumerable, checks: [required] },
})
export const collectionAccess = model('Bit.Api.Models.Request.BulkCollectionAccessRequestModel', {
  collectionIds: { type: guidEnumerable, checks: [required] },
  groups: { type: selections },
  users: { type: selections },
})

const anyObject: NetType = {
  kind: 'json',
  name: 'System.Collections.Generic.Dictionary`2[System.String,System.Object]',
}
export const policySave = model(`${adminConsole}.SavePolicyRequest`, {
  policy: {
    type: model(`${adminConsole}.PolicyRequestModel`, {
      enabled: { type: { kind: 'boolean', isNullable: true }, checks: [required] },
      data: { type: anyObject },
    }),
    checks: [required],
  },
  metadata: { type: anyObject },
})

const organizations = `${adminConsole}.Organizations`
export const organizationUpdate = model(`${organizations}.OrganizationUpdateRequestModel`, {
  name: { type: text, checks: [exceeds(50)] },
  billingEmail: { type: text, checks: [email, maxLength(256)] },
})
export const collectionManagement = model(
  `${organizations}.OrganizationCollectionManagementUpdateRequestModel`,
  {
    limitCollectionCreation: { type: boolean },
    limitCollectionDeletion: { type: boolean },
    limitItemDeletion: { type: boolean },
    allowAdminAccessToAllCollectionItems: { type: boolean },
  },
)
export const organizationKeys = model(`${organizations}.OrganizationKeysRequestModel`, {
  publicKey: { type: text, checks: [required] },
  encryptedPrivateKey: { type: text, checks: [required] },
})
