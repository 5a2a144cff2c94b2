import type { EndpointName } from '#/api/contract'
import * as models from './models'
import * as members from './member-models'
import * as publics from './public-models'
import type { NetType } from './net-types'

export interface Body {
  type: NetType
  /** C# name of the parameter where its nullability adds a complaint of its own to a body that cannot be read. */
  parameter?: 'request' | 'ids' | 'model'
}

const guids: Body = { type: models.guidList }
const namedGuids: Body = { type: models.guidList, parameter: 'ids' }
const verification: Body = { type: models.secretVerification }

/** What each endpoint with a JSON body reads. */
export const bodies: { [K in EndpointName]?: Body } = {
  preloginPassword: { type: models.prelogin },
  preloginLegacy: { type: models.prelogin },
  twoFactorSendEmailLogin: { type: models.twoFactorEmail },
  resendNewDeviceOtp: { type: models.resendNewDeviceOtp },
  accountsProfileUpdate: { type: models.profileUpdate },
  userKeyIdSet: { type: models.userKeyId },
  verifyPassword: verification,
  verifyOtp: { type: models.verifyOtp },
  securityStamp: verification,
  accountApiKeyView: verification,
  accountApiKeyRotate: verification,
  organizationApiKeyView: { type: models.organizationApiKey },
  organizationApiKeyRotate: { type: models.organizationApiKey },
  memberPublicKeys: { type: members.manyMembers },
  memberInvite: { type: members.memberInvite },
  memberReinviteMany: { type: members.manyMembers },
  memberConfirm: { type: members.memberConfirm },
  memberConfirmMany: { type: members.memberConfirmMany },
  memberRevokeMany: { type: members.manyMembers },
  memberRestore: { type: members.memberRestore },
  memberRestoreMany: { type: members.memberRestoreMany },
  memberRemoveMany: { type: members.manyMembers },
  memberDeleteAccountMany: { type: members.manyMembers },
  memberUpdate: { type: members.memberUpdate },
  memberEnableSecretsManager: { type: members.manyMembers },
  memberEnablePam: { type: members.manyMembers },
  organizationUpdate: { type: models.organizationUpdate },
  organizationCollectionManagement: { type: models.collectionManagement },
  organizationKeysPost: { type: models.organizationKeys },
  groupCreate: { type: models.group },
  groupUpdate: { type: models.group },
  groupDeleteMany: { type: models.groupBulk },
  collectionCreate: { type: models.collectionCreate },
  collectionUpdate: { type: models.collectionUpdate },
  collectionDeleteMany: { type: models.collectionDelete },
  collectionBulkAccess: { type: models.collectionAccess },
  policyPut: { type: models.policySave },
  publicMemberCreate: { type: publics.publicMemberCreate, parameter: 'model' },
  publicMemberUpdate: { type: publics.publicMemberUpdate, parameter: 'model' },
  publicMemberGroupPut: { type: publics.publicMemberGroups, parameter: 'model' },
  publicGroupCreate: { type: publics.publicGroup, parameter: 'model' },
  publicGroupUpdate: { type: publics.publicGroup, parameter: 'model' },
  publicGroupMemberPut: { type: publics.publicGroupMembers, parameter: 'model' },
  publicCollectionUpdate: { type: publics.publicCollection, parameter: 'model' },
  publicPolicyPut: { type: publics.publicPolicy, parameter: 'model' },
  publicImport: { type: publics.publicImport, parameter: 'model' },
  publicSubscriptionPut: { type: publics.publicSubscription, parameter: 'model' },
  secretCreate: { type: models.secretCreate },
  secretUpdate: { type: models.secretUpdate },
  secretDelete: guids,
  secretGetByIds: { type: models.secretsGet },
  secretVersionGetByIds: namedGuids,
  secretVersionRestore: { type: models.versionRestore, parameter: 'request' },
  secretVersionDelete: namedGuids,
  trashRestore: namedGuids,
  trashEmpty: namedGuids,
  projectCreate: { type: models.projectCreate },
  projectUpdate: { type: models.projectUpdate },
  projectDelete: guids,
  machineAccountCreate: { type: models.serviceAccountCreate },
  machineAccountUpdate: { type: models.serviceAccountUpdate },
  machineAccountDelete: guids,
  accessTokenCreate: { type: models.accessTokenCreate },
  accessTokenRevoke: { type: models.accessTokensRevoke },
  projectPeoplePolicyPut: { type: models.peoplePolicies, parameter: 'request' },
  projectMachineAccountPolicyPut: { type: models.projectServiceAccountPolicies, parameter: 'request' },
  machineAccountPeoplePolicyPut: { type: models.peoplePolicies, parameter: 'request' },
  grantedPolicyPut: { type: models.grantedPoliciesRequest, parameter: 'request' },
  secretsImport: { type: models.smImport },
  accessRequest: { type: models.requestAccess },
}
