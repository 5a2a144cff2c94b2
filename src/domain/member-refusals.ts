/** What cannot be known before the server is asked, and what to do about it. Texts: organization-api.md 2.3 to 2.10. */
const meanings: [RegExp, string][] = [
  [
    /autoscale/i,
    'No free seat is left, and a self-hosted server cannot buy one: raise the number in the licence, or free a seat by revoking or removing somebody.',
  ],
  [/seat limit/i, 'The seat limit of the organization is reached. An owner can raise it.'],
  [/two-step|compliant/i, 'A policy asks for two-step sign-in, and this account has none.'],
  [
    /leave or remove all other|single organization|other organization/i,
    'A policy allows one organization alone, and this person is in another.',
  ],
  [
    /last|at least one confirmed owner/i,
    'The organization needs one confirmed owner. Make somebody else an owner first.',
  ],
]

/** The server's refusal, with its own words, since those are what an administrator can search for. */
export function refusalWords(text: string): string {
  const meaning = meanings.find(([pattern]) => pattern.test(text))?.[1]
  return `The server refused: “${text}”${/[.!?]$/.test(text) ? '' : '.'}${meaning ? ` ${meaning}` : ''}`
}

/** A self-hosted server finds no plan to buy seats from, and says 404 instead of why (organization-api.md 2.3). */
export const NO_SECRETS_MANAGER_SEAT =
  'The server answered “not found” (404). A self-hosted server does so when no seat of Secrets Manager is left: switch Secrets Manager off for this invitation, or raise the number in the licence. It says the same where a group’s collection is gone.'
