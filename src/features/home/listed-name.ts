import type { Visit } from '#/data/recent'
import { rowOfSecret, secretName } from '#/session/secret-columns'
import type { HomeFacts } from './use-home'

type Lists = Pick<HomeFacts, 'secrets' | 'projects' | 'machines'>

/** Null where it cannot be decrypted; undefined where no list has it (yet, or any more). */
export function listedName(
  { kind, id }: Pick<Visit, 'kind' | 'id'>,
  lists: Lists,
): string | null | undefined {
  const { secrets, projects, machines } = lists
  if (kind === 'secrets') {
    const row = secrets ? rowOfSecret(secrets, id) : -1
    return secrets && row >= 0 ? secretName(secrets, row) : undefined
  }
  const found = (kind === 'projects' ? projects : machines)?.find((each) => each.id === id)
  return found && (found.name.ok ? found.name.text : null)
}

const PLACE = /^\/orgs\/[^/]+\/(secrets|projects|machine-accounts)\/([^/?#]+)/

/** The name of what a place of the console is about, where a list has it. */
export function placeName(place: string, lists: Lists): string | null {
  const [, kind, id] = PLACE.exec(place) ?? []
  return kind && id ? (listedName({ kind: kind as Visit['kind'], id }, lists) ?? null) : null
}
