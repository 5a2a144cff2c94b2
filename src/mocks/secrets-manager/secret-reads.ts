import { notFound } from '#/mocks/handler'
import type { Answer, Context } from '#/mocks/handler'
import { STREAMED_FROM, streamedArray } from '#/mocks/http/stream'
import type { Access } from '#/mocks/rules'
import type { Id, SecretRow } from '#/mocks/store/tables'
import { listedSecret, projectsOf } from './wire'

/** A secret outside the trash; what lies in it is not found by anything but the trash. */
export function findLiveSecret(context: Context, id: Id): SecretRow | undefined {
  const secret = context.db.secrets.get(id)
  return secret?.deletedDate === null ? secret : undefined
}

export function liveSecret(context: Context, id: Id): SecretRow {
  const secret = findLiveSecret(context, id)
  if (!secret) throw notFound()
  return secret
}

export const liveSecretsOf = (context: Context, organizationId: Id): SecretRow[] =>
  context.db.secrets.where('organizationId', organizationId).filter((secret) => secret.deletedDate === null)

/** The row with its texts; large seeds seal them only now. */
export async function withTexts(context: Context, secret: SecretRow): Promise<SecretRow> {
  const [sealed] = await context.db.sealed([secret], 'all')
  return sealed ?? secret
}

/** `SecretsWithProjectsList`: the secrets without their values, and the distinct projects they are in. */
export async function secretsWithProjects(
  context: Context,
  secrets: readonly SecretRow[],
  accessTo: (secret: SecretRow) => Access,
): Promise<Answer> {
  const { db } = context
  const distinct = new Map(secrets.map((secret) => [secret.projectId, secret]))
  const projects = [...distinct.values()].flatMap((secret) => projectsOf(db, secret))
  const write = async (batch: readonly SecretRow[]) =>
    (await db.sealed(batch, 'name')).map((secret) => listedSecret(db, secret, accessTo(secret)))
  const object = 'SecretsWithProjectsList'
  if (secrets.length < STREAMED_FROM) return { body: { secrets: await write(secrets), projects, object } }
  const rest = JSON.stringify({ projects, object }).slice(1)
  return streamedArray(secrets, write, '{"secrets":[', `],${rest}`)
}
