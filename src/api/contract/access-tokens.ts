import { z } from '#/lib/zod'
import { date, encString, id, ids, listOf, tag } from './common'
import { endpoint } from './endpoint'

const accessToken = z.object({
  id,
  name: encString,
  scopes: z.array(z.string()),
  /** Null: never. Expired tokens stay in the list. */
  expireAt: z.nullable(date),
  creationDate: date,
  revisionDate: date,
  object: tag('accessToken'),
})

const createdAccessToken = z.object({
  id,
  name: encString,
  /** 30 letters and digits; shown this once, the server keeps a hash. */
  clientSecret: z.string(),
  /** Echoed in the form it was sent, so not always with `Z`. */
  expireAt: z.nullable(z.string()),
  creationDate: date,
  revisionDate: date,
  object: tag('accessTokenCreation'),
})

const createBody = z.object({
  name: encString,
  encryptedPayload: encString,
  key: encString,
  expireAt: z.optional(z.nullable(z.string())),
})

export const accessTokenEndpoints = {
  accessTokenList: endpoint({
    method: 'GET',
    path: '/api/service-accounts/{id}/access-tokens',
    response: listOf(accessToken),
  }),
  accessTokenCreate: endpoint({
    method: 'POST',
    path: '/api/service-accounts/{id}/access-tokens',
    body: createBody,
    response: createdAccessToken,
  }),
  /** Stops new exchanges only; sessions that are open live out their hour. */
  accessTokenRevoke: endpoint({
    method: 'POST',
    path: '/api/service-accounts/{id}/access-tokens/revoke',
    body: z.object({ ids }),
    response: null,
  }),
}

export type AccessToken = z.output<typeof accessToken>
export type CreatedAccessToken = z.output<typeof createdAccessToken>
export type AccessTokenCreateBody = z.input<typeof createBody>
