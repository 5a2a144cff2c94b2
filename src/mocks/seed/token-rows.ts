import { parseAccessToken } from '#/crypto/access-token'
import { sha256 } from '#/crypto/hash'
import { toBase64, utf8Encode } from '#/lib/bytes'
import type { AccessTokenRow } from '#/mocks/store/tables'
import { tokenKeys } from './keys'
import type { TokenSpec } from './machine-tokens'
import { stampAt } from './moments'
import type { Moments } from './moments'
import type { Seal } from './seal'

/** The row that the server keeps of a token: a hash of its secret, and what only the token's seed opens. */
export async function tokenRow(
  spec: TokenSpec,
  serviceAccountId: string,
  moments: Moments,
  seal: Seal,
): Promise<AccessTokenRow> {
  const keys = tokenKeys(spec.slug)
  const { id, clientSecret } = parseAccessToken(keys.token)
  const created = stampAt(moments.workday(spec.age, '11:15'))
  return {
    id,
    serviceAccountId,
    name: await seal(`accessToken/${spec.slug}/name`, spec.name),
    clientSecretHash: toBase64(await sha256(utf8Encode(clientSecret))),
    encryptedPayload: keys.encryptedPayload,
    key: keys.key,
    expireAt: spec.expiresIn === null ? null : stampAt(moments.ahead(spec.expiresIn)),
    creationDate: created,
    revisionDate: created,
  }
}
