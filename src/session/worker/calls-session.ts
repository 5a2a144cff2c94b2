import { survivesLock } from './call'
import type { Call } from './call'
import { closeSession, lock } from './lock'
import { signInWithOrganizationKey } from './audit-session'
import { signInWithMachineToken } from './machine-session'
import { loadProfile, loadTimeouts } from './profile'
import { probeServer } from './server'
import {
  askKdf,
  forgetPendingSignIn,
  sendSignInCode,
  signIn,
  signInSecondStep,
  signInWithApiKey,
} from './sign-in'
import type { ApiKeySignIn, PasswordSignIn, SecondStep } from './sign-in'
import { unlock } from './unlock'
import type { Context } from './vault'

export const sessionCalls = {
  probeServer: survivesLock((c: Context, _: null, call: Call) => probeServer(c, call.signal)),
  askKdf: survivesLock(
    async (c: Context, a: { email: string }, call: Call) => (await askKdf(c, a.email, call.signal)).kdf,
  ),
  signIn: survivesLock((c: Context, a: PasswordSignIn, call: Call) => signIn(c, a, call)),
  signInSecondStep: survivesLock((c: Context, a: SecondStep, call: Call) =>
    signInSecondStep(c, a, call.page),
  ),
  sendSignInCode: survivesLock((c: Context, _: null, call: Call) => sendSignInCode(c, call.page)),
  forgetPendingSignIn: survivesLock(async (c: Context, _: null, call: Call) =>
    forgetPendingSignIn(c, call.page),
  ),
  signInWithApiKey: survivesLock((c: Context, a: ApiKeySignIn) => signInWithApiKey(c, a)),
  signInWithMachineToken: survivesLock((c: Context, a: { token: string }) =>
    signInWithMachineToken(c, a.token),
  ),
  signInWithOrganizationKey: survivesLock((c: Context, a: { clientId: string; clientSecret: string }) =>
    signInWithOrganizationKey(c, a),
  ),
  unlock: survivesLock((c: Context, a: { password: string }) => unlock(c, a.password)),
  lock: survivesLock((c: Context) => lock(c, 'lock-button')),
  signOut: survivesLock((c: Context) => closeSession(c, 'signed-out')),
  reloadProfile: async (c: Context) => {
    await loadProfile(c)
    c.publish()
  },
  loadTimeouts: (c: Context) => loadTimeouts(c),
}
