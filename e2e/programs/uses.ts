import type { EndpointName } from '#/api/contract'

/** Where a person meets what a file of the session worker asks for. A file that asks and is not here fails the test. */
export const pagesOf: Record<string, string> = {
  'audit-session.ts': 'Sign in (API key of an organization)',
  'calls-audit.ts': 'Audit view',
  'calls-key.ts': 'Organization key',
  'calls-names.ts': 'Events: names',
  'calls-organization.ts': 'No access',
  'calls-trash.ts': 'Trash',
  'collections.ts': 'Collections',
  'compare-values.ts': 'Compare projects',
  'directory.ts': 'Access, Explorer',
  'event-log.ts': 'Events',
  'groups.ts': 'Groups',
  'machine-accounts.ts': 'Machine accounts',
  'machine-facts.ts': 'Machine account',
  'machine-log.ts': 'Machine account: use',
  'machine-reads.ts': 'Machine account: use',
  'machine-session.ts': 'Sign in (access token)',
  'machine-tokens.ts': 'Machine account: access tokens',
  'member-collections.ts': 'Member',
  'member-keys.ts': 'Members: confirm',
  'members.ts': 'Members',
  'names.ts': 'Projects, Home',
  'object-log.ts': 'Activity',
  'organization-facts.ts': 'Organization',
  'organization-key.ts': 'Organization key',
  'organization-policies.ts': 'Policies',
  'policy-read.ts': 'Access',
  'policy-save.ts': 'Access',
  'profile.ts': 'Frame of every page',
  'project-reach.ts': 'Projects: delete',
  'secret-change.ts': 'Secrets: acts on many',
  'secret-list.ts': 'Secrets',
  'secret-read.ts': 'Secret',
  'secret-rows.ts': 'Secrets',
  'secret-save.ts': 'Secret: new, edit',
  'secret-slipped.ts': 'Secret: versions',
  'secret-transfer.ts': 'Compare projects: copy',
  'secret-versions.ts': 'Secret: versions',
  'server.ts': 'Sign in, Settings',
  'sign-in.ts': 'Sign in',
  'tokens.ts': 'Frame of every page',
  'trash.ts': 'Trash',
  'value-origins.ts': 'Secret: activity',
  'value-tags.ts': 'Secrets: same values',
}

/** What the command line asks for, as its test beside this file sends it. */
export const commandLine: readonly EndpointName[] = [
  ...(['configGet', 'preloginPassword', 'tokenCreate', 'accountsSync', 'accountsRevisionDate'] as const),
  ...(['userKeyIdSet', 'memberList', 'memberGet', 'userPublicKey', 'memberConfirm'] as const),
  ...(['collectionList', 'collectionOwnList', 'collectionDetailsGet', 'collectionCreate'] as const),
  ...(['collectionUpdate', 'collectionDelete'] as const),
]

/** What the Secrets Manager SDK asks for. */
export const sdk: readonly EndpointName[] = [
  ...([
    'tokenCreate',
    'projectCreate',
    'projectList',
    'projectGet',
    'projectUpdate',
    'projectDelete',
  ] as const),
  ...(['secretCreate', 'secretList', 'secretGet', 'secretUpdate', 'secretDelete', 'secretGetByIds'] as const),
  'secretSync',
]
