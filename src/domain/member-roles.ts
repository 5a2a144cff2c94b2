/** Roles as the console words them; what each means, in one line. */
export const roleWords = {
  owner: { label: 'Owner', meaning: 'Everything, the organization itself and its key included' },
  admin: { label: 'Admin', meaning: 'All members, groups, policies and secrets, not the organization key' },
  user: { label: 'User', meaning: 'Sees only what is granted' },
  custom: { label: 'Custom', meaning: 'Sees what is granted, and may do what is ticked below' },
} as const

export const statusWords = {
  confirmed: 'Confirmed',
  accepted: 'To confirm',
  invited: 'Invited',
  revoked: 'Revoked',
  staged: 'Not invited yet',
} as const

export interface PermissionWords {
  /** The server's name of it. */
  name: string
  label: string
  meaning: string
}

/**
 * What the custom role can be allowed, grouped as people think of it. Names: organization-api.md 1.1. None of them opens
 * a secret: those need a grant.
 */
export const permissionWords: readonly PermissionWords[] = [
  {
    name: 'manageUsers',
    label: 'Manage users',
    meaning: 'Invite, confirm, revoke and remove, except admins and owners',
  },
  {
    name: 'manageGroups',
    label: 'Manage groups',
    meaning: 'Make groups and say who is in them: that gives what the group has',
  },
  { name: 'managePolicies', label: 'Manage policies', meaning: 'Switch rules for members on and off' },
  {
    name: 'manageResetPassword',
    label: 'Recover accounts',
    meaning: 'Set a new master password for members who enrolled',
  },
  { name: 'manageSso', label: 'Manage single sign-on', meaning: 'Change how people sign in' },
  {
    name: 'manageScim',
    label: 'Manage directory sync',
    meaning: 'See and rotate the key of the directory (SCIM)',
  },
  { name: 'manageAccessRules', label: 'Manage access rules', meaning: 'Change rules of privileged access' },
  {
    name: 'accessEventLogs',
    label: 'Read the event log',
    meaning: 'See who did what, in the whole organization',
  },
  {
    name: 'accessImportExport',
    label: 'Import and export',
    meaning: 'Take all shared items of the password manager out, or bring them in',
  },
  { name: 'accessReports', label: 'Read reports', meaning: 'See reports on weak and reused passwords' },
  { name: 'createNewCollections', label: 'Create collections', meaning: 'Make collections and manage them' },
  { name: 'editAnyCollection', label: 'Edit any collection', meaning: 'Use and share every collection' },
  { name: 'deleteAnyCollection', label: 'Delete any collection', meaning: 'Delete collections of others' },
]
