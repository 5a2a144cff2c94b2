import { invalid, ServerError } from '#/mocks/handler'
import type { Context } from '#/mocks/handler'
import { useCode } from './mail'
import type { UserRow } from '#/mocks/store/tables'

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What a failed proof of identity waits before it is told. */
export const waitAfterFailure = (context: Context) => wait(context.switches.wrongPasswordDelay)

/** The person of the token; the account may have gone since it was issued. */
export function callingUser({ db, caller }: Context): UserRow {
  const user = db.users.get(caller?.userId)
  if (!user) throw new ServerError(401, 'Unauthorized.')
  return user
}

export const isPassword = (user: UserRow, hash: string): boolean =>
  user.masterPasswordHash !== null && user.masterPasswordHash === hash

interface Proof {
  masterPasswordHash?: string | null
  otp?: string | null
}

/** Password hash, or a mailed code in its place; a code is used up. */
function isProved(context: Context, user: UserRow): boolean {
  const { masterPasswordHash, otp } = context.body as Proof
  const secret = masterPasswordHash || otp
  return Boolean(secret) && (isPassword(user, secret ?? '') || useCode(context, user, 'otp', secret ?? ''))
}

const complaints = {
  MasterPasswordHash: 'Invalid password.',
  '': 'User verification failed.',
}

/** Goes on for the right password or code; else waits and answers 400 under the key that the endpoint uses. */
export async function demandProof(
  context: Context,
  user: UserRow,
  key: keyof typeof complaints,
): Promise<void> {
  if (isProved(context, user)) return
  await waitAfterFailure(context)
  throw invalid({ [key]: [complaints[key]] })
}
