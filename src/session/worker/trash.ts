import type { OpenedText } from './secret-read'
import { openText } from './secret-read'
import { organizationKey } from './keys'
import type { Context } from './vault'

export interface TrashedSecret {
  id: string
  name: OpenedText
  /** Where it goes back to; null: to none, perhaps since its project was deleted. */
  project: { id: string; name: OpenedText } | null
  /** The server shows no day of deletion, but deleting is the last revision. Epoch ms. */
  deleted: number
}

/** All that lies in the trash; owners and admins only. Reading it writes no event. */
export async function listTrash(
  context: Context,
  organizationId: string,
  signal?: AbortSignal,
): Promise<TrashedSecret[]> {
  const key = await organizationKey(context.vault, organizationId)
  const answer = await context.client.call(
    'trashList',
    { params: { organizationId } },
    { ...(signal && { signal }) },
  )
  const projects = new Map(
    await Promise.all(
      answer.projects.map(async ({ id, name }): Promise<[string, OpenedText]> => [
        id,
        await openText(key, name),
      ]),
    ),
  )
  return Promise.all(
    answer.secrets.map(async (secret): Promise<TrashedSecret> => {
      const [project] = secret.projects
      const name = project && (projects.get(project.id) ?? (await openText(key, project.name)))
      return {
        id: secret.id,
        name: await openText(key, secret.key),
        project: project && name ? { id: project.id, name } : null,
        deleted: Date.parse(secret.revisionDate),
      }
    }),
  )
}
