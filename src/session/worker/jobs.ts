import { openLocal, sealLocal } from '#/crypto/master-key'
import { utf8Decode, utf8Encode } from '#/lib/bytes'
import { userKey } from './keys'
import type { Context } from './vault'

const placeOf = (jobId: string) => `job ${jobId}`

/** Names and texts of a job as bytes that only this account can open, and only as that job's. */
export function sealJob(context: Context, jobId: string, content: unknown): Promise<Uint8Array> {
  return sealLocal(userKey(context.vault), utf8Encode(JSON.stringify(content)), placeOf(jobId))
}

/** Throws `DecryptError` for bytes of another job, account or key. */
export async function openJob(context: Context, jobId: string, sealed: Uint8Array): Promise<unknown> {
  return JSON.parse(utf8Decode(await openLocal(userKey(context.vault), sealed, placeOf(jobId))))
}
