import { shownActor, shownObject, type EventNames, type ShownName } from '#/domain/events/names'
import type { EventRow } from '#/domain/events/row'
import { eventSentence, type SentencePart } from '#/domain/events/sentence'
import { cx } from '#/ui/cx'

/** What a row says, in one line: who in bold, what in mono where it is a secret. Names are text, whatever they hold. */
export function SentenceText({ row, names }: { row: EventRow; names: EventNames }) {
  return eventSentence(row).map((part) => <Part key={keyOf(part)} part={part} names={names} />)
}

function Part({ part, names }: { part: SentencePart; names: EventNames }) {
  if (part.kind === 'text') return part.text
  if (part.kind === 'actor') return <Name shown={shownActor(part.actor, names)} className="font-medium" />
  return (
    <Name
      shown={shownObject(part.of, part.id, names)}
      className={part.of === 'secret' ? 'font-mono font-medium text-meta' : 'font-medium'}
    />
  )
}

function Name({ shown, className }: { shown: ShownName; className: string }) {
  return <bdi className={cx(shown.isName ? className : 'font-mono text-meta text-muted')}>{shown.text}</bdi>
}

const keyOf = (part: SentencePart) =>
  part.kind === 'object' ? `${part.of}:${part.id}` : part.kind === 'text' ? `text:${part.text}` : 'actor'
