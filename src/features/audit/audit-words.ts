const STATUS: Record<number, string> = {
  [-1]: 'Revoked',
  0: 'Invited',
  1: 'Needs confirmation',
  2: 'Confirmed',
  3: 'Staged',
}
const ROLES: Record<number, string> = { 0: 'Owner', 1: 'Admin', 2: 'User', 4: 'Custom' }

export const statusWords = (status: number): string => STATUS[status] ?? `Status ${status}`
export const roleWords = (type: number): string => ROLES[type] ?? `Role ${type}`

interface Right {
  readOnly: boolean
  hidePasswords: boolean
  manage: boolean
}

/** A right on a collection in words. */
export function rightWords({ readOnly, hidePasswords, manage }: Right): string {
  if (manage) return 'manage'
  return `${readOnly ? 'view' : 'edit'}${hidePasswords ? ' except passwords' : ''}`
}

const POLICIES = [
  'Two-step login',
  'Master password requirements',
  'Password generator',
  'Single organization',
  'Require single sign-on',
  'Organization data ownership',
  'Remove Send',
  'Send options',
  'Account recovery',
  'Session timeout',
  'No export of personal vaults',
  'Autofill on page load',
  'Sign-in to apps after single sign-on',
  'No family sponsorships',
  'No unlock with PIN',
  'Restricted item types',
  'Default URI matching',
  'Desktop autotype',
  'Automatic confirmation',
  'No outside accounts on claimed domains',
  'Banner in the vault',
  'Send controls',
  'Fill rules',
]

/** An unknown type stays with its number. */
export const policyWords = (type: number): string =>
  POLICIES[type] ?? `Policy ${type}, not known to this console`
