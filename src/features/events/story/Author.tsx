import { shownActor, type EventNames } from '#/domain/events/names'
import { authorActor } from '#/domain/events/secret-story'
import type { Author as HistoryAuthor } from '#/domain/history-types'

export function Author({ author, names }: { author: HistoryAuthor | 'not known'; names: EventNames }) {
  if (author === 'not known') return <span className="text-muted">Not known</span>
  const shown = shownActor(authorActor(author), names)
  return <bdi>{shown.isName || !author.name ? shown.text : author.name}</bdi>
}
