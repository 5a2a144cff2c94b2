import type { Contract, EndpointName } from '#/api/contract'

export type PublicName = {
  [K in EndpointName]: Contract[K]['path'] extends `/api/public/${string}` ? K : never
}[EndpointName]

/** What each act of the Public API does, and what of it is easily missed. */
export const publicWords: Record<PublicName, { summary: string; description?: string }> = {
  publicMemberList: {
    summary: 'List all members',
    description: 'Of every status, in one answer. Groups and Secrets Manager are not told.',
  },
  publicMemberGet: {
    summary: 'Read one member',
    description: 'By the id of the membership, not of the account.',
  },
  publicMemberGroupList: { summary: 'List the groups of a member', description: 'A bare array of ids.' },
  publicMemberCreate: {
    summary: 'Invite a member',
    description:
      'Also as owner: the key has an owner’s rights. Confirming needs the organization’s key and is not possible here.',
  },
  publicMemberUpdate: {
    summary: 'Change a member',
    description:
      'What is left out is reset: externalId and collections are cleared, groups and custom permissions kept.',
  },
  publicMemberGroupPut: {
    summary: 'Set the groups of a member',
    description: 'Unknown ids are passed over.',
  },
  publicMemberDelete: { summary: 'Remove a member', description: 'The account itself stays.' },
  publicMemberReinvite: { summary: 'Send the invitation again', description: 'Leaves no event.' },
  publicMemberRevoke: { summary: 'Revoke a member' },
  publicMemberRestore: { summary: 'Restore a revoked member' },
  publicGroupList: { summary: 'List all groups' },
  publicGroupGet: { summary: 'Read one group' },
  publicGroupMemberList: {
    summary: 'List the members of a group',
    description: 'A bare array of membership ids.',
  },
  publicGroupCreate: { summary: 'Create a group' },
  publicGroupUpdate: {
    summary: 'Change a group',
    description: 'externalId is cleared where it is left out, collections are kept.',
  },
  publicGroupMemberPut: {
    summary: 'Set the members of a group',
    description: 'Without memberIds the group is emptied. Leaves no event.',
  },
  publicGroupDelete: { summary: 'Delete a group', description: 'Leaves no event.' },
  publicCollectionList: {
    summary: 'List all shared collections',
    description: 'With the rights of groups. Names are encrypted and left out.',
  },
  publicCollectionGet: { summary: 'Read one collection' },
  publicCollectionUpdate: {
    summary: 'Change a collection',
    description: 'externalId is cleared where it is left out, groups are kept.',
  },
  publicCollectionDelete: { summary: 'Delete a collection', description: 'Leaves no event.' },
  publicPolicyList: { summary: 'List the policies that were saved' },
  publicPolicyGet: { summary: 'Read one policy', description: 'By the number or the name of its type.' },
  publicPolicyPut: {
    summary: 'Save a policy',
    description: 'Turning one on can revoke members who do not comply.',
  },
  publicEventList: {
    summary: 'Read the event log',
    description:
      'Newest first, 50 a page; go on while continuationToken is not null. Without both dates the last 30 days. Of several filters one counts: actingUserId, itemId, secretId, projectId, in this order. At most 367 days.',
  },
  publicImport: {
    summary: 'Take over people and groups of a directory',
    description: 'Overwriting removes whom the directory kept and no longer lists; owners never.',
  },
  publicSubscriptionGet: { summary: 'Read seats and limits', description: 'Cloud servers alone.' },
  publicSubscriptionPut: {
    summary: 'Change seats and limits',
    description: 'Cloud servers alone. Numbers are targets, zero changes nothing.',
  },
}
