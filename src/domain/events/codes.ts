export type EventSeverity = 'info' | 'notice' | 'critical'

export type EventCategory =
  | 'user'
  | 'item'
  | 'collection'
  | 'group'
  | 'member'
  | 'organization'
  | 'policy'
  | 'provider'
  | 'domain'
  | 'secret'
  | 'project'
  | 'machineAccount'
  | 'phishing'
  | 'send'
  | 'privilegedAccess'

/** `never`: in the server's enumeration, but nothing writes it. `later`: seen in servers newer than 2026.8. */
export type EventOrigin = 'server' | 'identity' | 'client' | 'legacy' | 'never' | 'later'

export interface EventCode {
  code: number
  /** The server's own name for it. */
  name: string
  category: EventCategory
  severity: EventSeverity
  /** Slots in braces: `actor`, or a kind of object. */
  sentence: string
  origin: EventOrigin
  /** Besides the organization: `x?` sometimes, `x|y` one of both, `userId*` a membership id in spite of its name. */
  ids: readonly string[]
}

/**
 * Every code that is known, as reviewed: what happened in plain words, how much it matters, and which ids a row of it
 * carries (those of its family, unless its line ends with others). Codes, names and ids are the server's (event-log.md §5);
 * sentences and severities are this console's. Text, because a table that is read line by line is reviewed line by line.
 */
const TABLE = `
user: userId actingUserId
1000 info identity User_LoggedIn | {actor} signed in
1001 notice server User_ChangedPassword | {actor} set a new master password
1002 info server User_Updated2fa | {actor} turned on or adjusted two-step login
1003 critical server User_Disabled2fa | {actor} switched off a two-step login method
1004 critical server User_Recovered2fa | {actor} used a recovery code to get past two-step login
1005 notice identity User_FailedLogIn | Sign-in rejected for {actor}: wrong password
1006 critical identity User_FailedLogIn2fa | Sign-in rejected for {actor}: second factor failed
1007 critical client User_ClientExportedVault | {actor} exported a personal vault
1008 notice server User_UpdatedTempPassword | {actor} replaced the temporary password an administrator had issued
1009 notice server User_MigratedKeyToKeyConnector | {actor} moved the account key to Key Connector
1010 notice server User_RequestedDeviceApproval | {actor} asked an administrator to approve a new device
1011 notice server User_TdeOffboardingPasswordSet | {actor} chose a master password while leaving trusted-device sign-in

item: cipherId actingUserId providerId?
1100 info server Cipher_Created | {actor} added vault item {item}
1101 info server Cipher_Updated | {actor} changed vault item {item}
1102 critical server Cipher_Deleted | {actor} erased vault item {item} for good
1103 info server Cipher_AttachmentCreated | {actor} attached a file to vault item {item}
1104 notice server Cipher_AttachmentDeleted | {actor} removed an attachment from vault item {item}
1105 notice server Cipher_Shared | {actor} moved vault item {item} into the organization
1106 notice server Cipher_UpdatedCollections | {actor} changed which collections hold vault item {item}
1107 info client Cipher_ClientViewed | {actor} opened vault item {item}
1108 notice client Cipher_ClientToggledPasswordVisible | {actor} revealed the password of {item}
1109 notice client Cipher_ClientToggledHiddenFieldVisible | {actor} revealed a hidden field of {item}
1110 notice client Cipher_ClientToggledCardCodeVisible | {actor} revealed the card security code of {item}
1111 notice client Cipher_ClientCopiedPassword | {actor} copied the password of {item}
1112 notice client Cipher_ClientCopiedHiddenField | {actor} copied a hidden field of {item}
1113 notice client Cipher_ClientCopiedCardCode | {actor} copied the card security code of {item}
1114 info client Cipher_ClientAutofilled | {actor} filled a form from {item}
1115 notice server Cipher_SoftDeleted | {actor} moved vault item {item} to the trash
1116 info server Cipher_Restored | {actor} brought vault item {item} back from the trash
1117 notice client Cipher_ClientToggledCardNumberVisible | {actor} revealed the card number of {item}
1118 notice never Cipher_ClientToggledTOTPSeedVisible | {actor} revealed the authenticator seed of {item}
1119 notice client Cipher_ClientCopiedBankAccountNumber | {actor} copied the bank account number of {item}
1120 notice client Cipher_ClientCopiedBankAccountPin | {actor} copied the bank account PIN of {item}
1121 notice client Cipher_ClientToggledBankAccountNumberVisible | {actor} revealed the bank account number of {item}
1122 notice client Cipher_ClientToggledBankAccountPinVisible | {actor} revealed the bank account PIN of {item}
1123 notice client Cipher_ClientCopiedLicenseNumber | {actor} copied the licence number of {item}
1124 notice client Cipher_ClientToggledLicenseNumberVisible | {actor} revealed the licence number of {item}
1125 notice client Cipher_ClientCopiedPassportNumber | {actor} copied the passport number of {item}
1126 notice client Cipher_ClientToggledPassportNumberVisible | {actor} revealed the passport number of {item}
1127 notice client Cipher_ClientCopiedSwiftCode | {actor} copied the SWIFT code of {item}
1128 notice client Cipher_ClientToggledSwiftCodeVisible | {actor} revealed the SWIFT code of {item}
1129 notice client Cipher_ClientCopiedIban | {actor} copied the IBAN of {item}
1130 notice client Cipher_ClientToggledIbanVisible | {actor} revealed the IBAN of {item}
1131 notice client Cipher_ClientCopiedNationalIdentificationNumber | {actor} copied the national ID number of {item}
1132 notice client Cipher_ClientToggledNationalIdentificationNumberVisible | {actor} revealed the national ID number of {item}

collection: collectionId actingUserId?
1300 info server Collection_Created | {actor} set up collection {collection}
1301 notice server Collection_Updated | {actor} changed collection {collection} or who can use it
1302 notice server Collection_Deleted | {actor} deleted collection {collection}

group: groupId actingUserId? systemUser?
1400 info server Group_Created | {actor} set up group {group}
1401 notice server Group_Updated | {actor} changed group {group}
1402 notice server Group_Deleted | {actor} deleted group {group}

member: organizationUserId userId? actingUserId? systemUser?
1500 notice server OrganizationUser_Invited | {actor} invited {member}
1501 notice server OrganizationUser_Confirmed | {actor} confirmed {member} and handed over the organization key
1502 notice server OrganizationUser_Updated | {actor} changed the role or access of {member}
1503 notice server OrganizationUser_Removed | {actor} took {member} out of the organization
1504 notice server OrganizationUser_UpdatedGroups | {actor} changed the groups of {member}
1505 notice server OrganizationUser_UnlinkedSso | {member} was detached from single sign-on
1506 info server OrganizationUser_ResetPassword_Enroll | {member} joined account recovery
1507 notice server OrganizationUser_ResetPassword_Withdraw | {member} left account recovery
1508 critical server OrganizationUser_AdminResetPassword | {actor} reset the master password of {member}
1509 notice server OrganizationUser_ResetSsoLink | The single sign-on link of {member} was cleared
1510 info server OrganizationUser_FirstSsoLogin | {member} signed in through single sign-on for the first time
1511 notice server OrganizationUser_Revoked | {actor} suspended the access of {member}
1512 notice server OrganizationUser_Restored | {actor} gave access back to {member}
1513 notice server OrganizationUser_ApprovedAuthRequest | {actor} approved a device for {member}
1514 notice server OrganizationUser_RejectedAuthRequest | {actor} turned down a device request from {member}
1515 critical server OrganizationUser_Deleted | {actor} deleted the claimed account of {member}
1516 notice server OrganizationUser_Left | {member} left the organization
1517 notice server OrganizationUser_AutomaticallyConfirmed | {member} was confirmed automatically
1518 notice server OrganizationUser_SelfRevoked | {member} gave up access by declining the data ownership policy
1519 critical server OrganizationUser_AdminResetTwoFactor | {actor} cleared the two-step login of {member}
1520 notice server OrganizationUser_Revoked_TwoFactorNonCompliance | {member} was suspended for lacking two-step login
1521 notice server OrganizationUser_Revoked_SingleOrganizationNonCompliance | {member} was suspended for belonging to another organization
1522 info client OrganizationUser_NotificationBannerActionClicked | {member} followed the button in the organization banner
1523 info server OrganizationUser_Staged | {member} was provisioned without an invitation
1524 notice server OrganizationUser_InviteLinkAccepted | {member} joined by way of an invite link
1525 critical server OrganizationUser_AdminChangedEmail | {actor} changed the e-mail address of {member}
1526 notice server OrganizationUser_InviteLinkConfirmed | {member} was confirmed by way of an invite link

organization: actingUserId
1600 notice server Organization_Updated | {actor} changed the organization profile or settings | actingUserId installationId?
1601 critical server Organization_PurgedVault | {actor} emptied the organization vault
1602 critical client Organization_ClientExportedVault | {actor} exported the organization vault
1603 notice server Organization_VaultAccessed | {actor} opened the organization vault as a provider | providerId actingUserId
1604 notice server Organization_EnabledSso | {actor} switched single sign-on on
1605 critical server Organization_DisabledSso | {actor} switched single sign-on off
1606 notice server Organization_EnabledKeyConnector | {actor} switched Key Connector on
1607 notice server Organization_DisabledKeyConnector | {actor} switched Key Connector off
1608 info server Organization_SponsorshipsSynced | Family sponsorships were synchronised from a self-hosted server | installationId
1609 notice legacy Organization_CollectionManagement_Updated | {actor} changed the collection management rules
1610 notice server Organization_CollectionManagement_LimitCollectionCreationEnabled | {actor} restricted who may create collections
1611 notice server Organization_CollectionManagement_LimitCollectionCreationDisabled | {actor} let every member create collections
1612 notice server Organization_CollectionManagement_LimitCollectionDeletionEnabled | {actor} restricted who may delete collections
1613 notice server Organization_CollectionManagement_LimitCollectionDeletionDisabled | {actor} let collection managers delete collections
1614 notice server Organization_CollectionManagement_LimitItemDeletionEnabled | {actor} restricted item deletion to those with manage rights
1615 notice server Organization_CollectionManagement_LimitItemDeletionDisabled | {actor} lifted the restriction on item deletion
1616 critical server Organization_CollectionManagement_AllowAdminAccessToAllCollectionItemsEnabled | {actor} opened every collection to owners and admins
1617 notice server Organization_CollectionManagement_AllowAdminAccessToAllCollectionItemsDisabled | {actor} withdrew blanket collection access from owners and admins
1618 info client Organization_ItemOrganization_Accepted | {member} agreed to hand personal items to the organization | organizationUserId userId? actingUserId?
1619 notice client Organization_ItemOrganization_Declined | {member} refused to hand personal items to the organization | organizationUserId userId? actingUserId?
1620 critical client Organization_AutoConfirmEnabled_Admin | {actor} turned automatic confirmation on
1621 notice client Organization_AutoConfirmDisabled_Admin | {actor} turned automatic confirmation off
1622 critical server Organization_AutoConfirmEnabled_Portal | Bitwarden staff made automatic confirmation available | systemUser
1623 notice server Organization_AutoConfirmDisabled_Portal | Bitwarden staff withdrew automatic confirmation | systemUser
1624 notice server Organization_InviteLinkCreated | {actor} created an invite link
1625 notice server Organization_InviteLinkDomainsEdited | {actor} changed the domains an invite link accepts
1626 notice server Organization_InviteLinkDeleted | {actor} deleted the invite link
1627 info client Organization_InviteLinkClientCopied | {actor} copied the invite link
1628 notice server Organization_InviteLinkRefreshed | {actor} replaced the invite link with a fresh one
1629 critical server Organization_InviteLinkConfirmEnabled | {actor} let the invite link confirm members without review
1630 notice server Organization_InviteLinkConfirmDisabled | {actor} stopped the invite link from confirming members
1631 critical later Organization_ScopedApiKeyCreated | {actor} created a scoped API key
1632 notice later Organization_ScopedApiKeyRevoked | {actor} withdrew a scoped API key

policy: policyId actingUserId?
1700 critical server Policy_Updated | {actor} changed policy {policy}

provider: providerId providerUserId userId actingUserId
1800 info server ProviderUser_Invited | {actor} invited provider user {providerUser}
1801 info server ProviderUser_Confirmed | {actor} confirmed provider user {providerUser}
1802 notice server ProviderUser_Updated | {actor} changed provider user {providerUser}
1803 notice server ProviderUser_Removed | {actor} removed provider user {providerUser}
1900 info server ProviderOrganization_Created | {actor} created client organization {client} | providerId providerOrganizationId actingUserId
1901 notice server ProviderOrganization_Added | {actor} attached client organization {client} | providerId providerOrganizationId actingUserId
1902 notice server ProviderOrganization_Removed | {actor} detached client organization {client} | providerId providerOrganizationId actingUserId
1903 notice server ProviderOrganization_VaultAccessed | {actor} opened the vault of client organization {client} | providerId providerOrganizationId actingUserId

domain: domainName actingUserId? systemUser?
2000 notice server OrganizationDomain_Added | {actor} registered domain {domain} for claiming
2001 critical server OrganizationDomain_Removed | {actor} gave up domain {domain}
2002 notice server OrganizationDomain_Verified | Domain {domain} is now claimed
2003 notice server OrganizationDomain_NotVerified | A check of domain {domain} did not find the proof record

secret: secretId userId|serviceAccountId
2100 info server Secret_Retrieved | {actor} read secret {secret}
2101 info server Secret_Created | {actor} stored a new secret {secret}
2102 notice server Secret_Edited | {actor} changed secret {secret}
2103 notice server Secret_Deleted | {actor} moved secret {secret} to the trash
2104 critical server Secret_Permanently_Deleted | {actor} destroyed secret {secret}
2105 notice server Secret_Restored | {actor} brought secret {secret} back from the trash

project: projectId userId|serviceAccountId
2200 info server Project_Retrieved | {actor} opened project {project}
2201 info server Project_Created | {actor} started project {project}
2202 notice server Project_Edited | {actor} renamed project {project}
2203 critical server Project_Deleted | {actor} deleted project {project}

machineAccount: grantedServiceAccountId userId* actingUserId|serviceAccountId
2300 notice server ServiceAccount_UserAdded | {actor} let {member} use machine account {machineAccount}
2301 notice server ServiceAccount_UserRemoved | {actor} took machine account {machineAccount} away from {member}
2302 notice server ServiceAccount_GroupAdded | {actor} let group {group} use machine account {machineAccount} | grantedServiceAccountId groupId actingUserId|serviceAccountId
2303 notice server ServiceAccount_GroupRemoved | {actor} took machine account {machineAccount} away from group {group} | grantedServiceAccountId groupId actingUserId|serviceAccountId
2304 notice server ServiceAccount_Created | {actor} created machine account {machineAccount} | grantedServiceAccountId actingUserId|serviceAccountId
2305 critical server ServiceAccount_Deleted | {actor} deleted machine account {machineAccount} | grantedServiceAccountId actingUserId|serviceAccountId

phishing: organizationUserId userId? actingUserId?
2400 notice client PhishingBlocker_SiteAccessed | {actor} ran into a blocked phishing site
2401 info client PhishingBlocker_SiteExited | {actor} turned back from a blocked phishing site
2402 critical client PhishingBlocker_Bypassed | {actor} went on to a blocked phishing site

send: sendId userId actingUserId
2500 info server Send_Created_Text | {actor} created text Send {send}
2501 info server Send_Created_Text_WithEmailVerification | {actor} created text Send {send} behind e-mail verification
2502 info server Send_Created_Text_WithPasswordProtection | {actor} created text Send {send} behind a password
2503 info server Send_Created_File | {actor} created file Send {send}
2504 info server Send_Created_File_WithEmailVerification | {actor} created file Send {send} behind e-mail verification
2505 info server Send_Created_File_WithPasswordProtection | {actor} created file Send {send} behind a password
2506 info server Send_Edited_Text | {actor} changed text Send {send}
2507 info server Send_Edited_File | {actor} changed file Send {send}
2508 notice server Send_Deleted_Text | {actor} deleted text Send {send}
2509 notice server Send_Deleted_File | {actor} deleted file Send {send}
2510 notice server Send_Accessed_Text | {actor} opened text Send {send} | sendId userId actingUserId? domainName?
2511 notice server Send_Accessed_File | {actor} downloaded file Send {send} | sendId userId actingUserId? domainName?
2512 notice later Send_PolicyDisabled | A policy switched Send {send} off | sendId
2513 info later Send_PolicyEnabled | A policy change switched Send {send} back on | sendId

privilegedAccess: cipherId accessRequestId
2600 notice later Pam_AccessRequest_Submitted | {actor} asked for access to {item}
2601 notice later Pam_AccessRequest_Approved | {actor} granted an access request for {item}
2602 notice later Pam_AccessRequest_Denied | {actor} turned down an access request for {item}
2603 notice later Pam_AccessLease_Activated | Temporary access to {item} began for {actor} | cipherId accessLeaseId
2604 notice later Pam_AccessLease_Revoked | {actor} cut temporary access to {item} short | cipherId accessLeaseId
`

const words = (text: string | undefined) => (text ?? '').split(' ').filter((word) => word !== '')

function family(text: string): EventCode[] {
  const [head = '', ...lines] = text.trim().split('\n')
  const [category, ids] = head.split(':')
  return lines.map((line) => {
    const [facts, sentence = '', ownIds] = line.split(' | ')
    const [code, severity, origin, name = ''] = words(facts)
    return {
      code: Number(code),
      name,
      category: category as EventCategory,
      severity: severity as EventSeverity,
      sentence,
      origin: origin as EventOrigin,
      ids: words(ownIds ?? ids),
    }
  })
}

export const EVENT_CODES: readonly EventCode[] = TABLE.split('\n\n').flatMap(family)

const BY_CODE = new Map(EVENT_CODES.map((entry) => [entry.code, entry]))

/** Undefined for codes of newer servers, which are shown with their number. */
export const eventCode = (code: number): EventCode | undefined => BY_CODE.get(code)

/** What is not known is worth a look. */
export const severityOf = (code: number): EventSeverity => BY_CODE.get(code)?.severity ?? 'notice'

/** Null: a code that is not known. */
export const categoryOf = (code: number): EventCategory | null => BY_CODE.get(code)?.category ?? null
