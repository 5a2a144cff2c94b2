import { ApiError } from '#/api/error'
import type { Proof } from '#/data/organization-key'

/** Why the server did not take the password or code, for the field; null where the error is another one. */
export function proofRefusal(error: Error | null, kind: Proof['kind']): string | null {
  if (!(error instanceof ApiError) || error.status !== 400 || !('MasterPasswordHash' in error.fields))
    return null
  return kind === 'password'
    ? 'The server does not take this master password. It waited two seconds before it said so. Nothing was changed.'
    : 'The server does not take this code: it was used, is older than five minutes, or is another one. Nothing was changed.'
}

/** Any other refusal in words. */
export function keyErrorWords(error: Error): string {
  if (error instanceof ApiError && error.status === 404)
    return 'The server says “not found”. It says so to everybody but owners: your role may have changed. Sign out and in to learn it.'
  return error.message
}

/** True where nobody knows from the answer whether the server made a new key. */
export function isAnswerLost(error: Error): boolean {
  if (error instanceof ApiError) return error.kind !== 'status' || error.status >= 500
  return 'code' in error && (error.code === 'locked' || error.code === 'worker')
}

/** "client_secret" is what the server calls the key. */
export const clientIdOf = (organizationId: string): string => `organization.${organizationId}`
