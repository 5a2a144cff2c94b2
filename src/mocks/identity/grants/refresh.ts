import type { Answer, Context } from '#/mocks/handler'
import { stampOf } from '#/mocks/store/stamp'
import { refusal, tokenAnswer } from './form'
import type { Form } from './form'
import { personTokens, refreshExpiry } from './sign-in'

/** Renews a session. Memberships are read again, so this is how new rights reach a token. */
export async function refreshGrant(context: Context, form: Form, clientId: string): Promise<Answer> {
  const { db } = context
  const row = db.refreshTokens.get(form.refresh_token)
  const user = db.users.get(row?.userId)
  if (!row || !user || row.clientId !== clientId) throw refusal('invalid_grant')
  const isDead = row.expiresAt <= stampOf(db.nowMs()) || row.securityStamp !== user.securityStamp
  if (isDead) {
    db.refreshTokens.delete(row.id)
    throw refusal('invalid_grant')
  }
  db.refreshTokens.put({ ...row, expiresAt: refreshExpiry(context, clientId) })
  const device = { identifier: row.deviceIdentifier, type: row.deviceType }
  const scopes = ['api', 'offline_access']
  return tokenAnswer({
    ...(await personTokens(context, user, clientId, scopes, device)),
    refresh_token: row.id,
  })
}
