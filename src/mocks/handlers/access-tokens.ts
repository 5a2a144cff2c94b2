import { unhandled } from '#/mocks/handler'
import type { Handlers } from '#/mocks/handler'
import { randomText } from '#/mocks/identity/mail'
import { allow, canChangeAccessTokens, canReadMachineAccount, rightsIn } from '#/mocks/rules'
import { echoDate, stampOfText } from '#/mocks/store/stamp'
import type { AccessTokenRow, Id } from '#/mocks/store/tables'
import { accessTokenAnswer, createdTokenAnswer, listAnswer } from '#/mocks/secrets-manager/wire'
import { machineAccountOf } from './service-accounts'

interface TokenBody {
  name: string
  encryptedPayload: string
  key: string
  expireAt: string | null
}

export const accessTokenHandlers = {
  accessTokenList: (c) => {
    const account = machineAccountOf(c, 'id')
    allow(canReadMachineAccount(rightsIn(c, account.organizationId), account.id))
    return {
      body: listAnswer(c.db.accessTokens.where('serviceAccountId', account.id).map(accessTokenAnswer)),
    }
  },

  accessTokenCreate: async (c) => {
    const account = machineAccountOf(c, 'id')
    allow(canChangeAccessTokens(rightsIn(c, account.organizationId), account.id))
    const { name, encryptedPayload, key, expireAt } = c.body as TokenBody
    const clientSecret = randomText(c, 30)
    const clientSecretHash = await hashOf(clientSecret)
    const expiry = expireAt === null ? null : stampOfText(expireAt)
    // Never a token without end where one with an end was asked for.
    if (expiry === undefined) throw unhandled()
    const date = c.now()
    const token: AccessTokenRow = {
      ...{ id: c.db.newId(), serviceAccountId: account.id, name, clientSecretHash, encryptedPayload, key },
      ...{ expireAt: expiry, creationDate: date, revisionDate: date },
    }
    c.db.accessTokens.put(token)
    const echo = expiry === null ? null : echoDate(expireAt ?? '', expiry)
    return { body: createdTokenAnswer(token, clientSecret, echo) }
  },

  // Ids that are unknown or of another account are passed over in silence.
  accessTokenRevoke: (c) => {
    const account = machineAccountOf(c, 'id')
    allow(canChangeAccessTokens(rightsIn(c, account.organizationId), account.id))
    for (const id of (c.body as { ids: Id[] }).ids) {
      if (c.db.accessTokens.get(id)?.serviceAccountId === account.id) c.db.accessTokens.delete(id)
    }
    return {}
  },
} satisfies Partial<Handlers>

/** Base64 of SHA-256: all that the server keeps of a client secret. */
async function hashOf(clientSecret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(clientSecret))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
}
