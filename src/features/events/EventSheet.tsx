import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { clientOf } from '#/domain/events/clients'
import { eventCode, severityOf } from '#/domain/events/codes'
import { shownActor, shownObject, stateWords, type EventNames } from '#/domain/events/names'
import type { EventRow } from '#/domain/events/row'
import { eventSentence, isSameActor, objectKey, objectOf } from '#/domain/events/sentence'
import { absoluteTime, clockTime } from '#/domain/time-words'
import type { ShownEvent } from '#/session/event-types'
import { Chip } from '#/ui/Chip'
import { CopyButton } from '#/ui/CopyButton'
import { FactList, type Fact } from '#/ui/FactList'
import { IconButton } from '#/ui/IconButton'
import { Segmented } from '#/ui/Segmented'
import { Sheet } from '#/ui/Sheet'
import { firstSentence } from './marks-words'
import { Sentence } from './Sentence'
import { Neighbours } from './Neighbours'
import { RawFields } from './RawFields'

interface Props {
  row: ShownEvent
  /** Rows that are loaded around it, newest first, among which its neighbours are looked for. */
  around: readonly EventRow[]
  /** False: the log goes on beyond what is loaded, so there may be more neighbours. */
  isWhole: boolean
  names: EventNames
  /** Whose pages names lead to; in the audit view there are none. */
  organizationId: string | undefined
  /** Whole address under which this event is found again. */
  link?: string | undefined
  onSelect: (row: EventRow) => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  onClose: () => void
  /** Acts of the page below the facts: filters, in the Events page. */
  acts?: ReactNode
}

const SEVERITY_WORDS = { info: 'Ordinary', notice: 'Notice', critical: 'Critical' } as const
const TONES = { info: 'neutral', notice: 'warning', critical: 'danger' } as const

/** One event in full. Looking at it is recorded nowhere. */
export function EventSheet(props: Props) {
  const { row, names, organizationId, link, onPrevious, onNext, onClose, acts } = props
  const severity = severityOf(row.type)
  const entry = eventCode(row.type)
  return (
    <Sheet
      width={344}
      onClose={onClose}
      takesFocus={false}
      title={
        <span className="flex items-center gap-1">
          <span className="sr-only">Event: </span>
          <Chip tone={TONES[severity]}>{SEVERITY_WORDS[severity]}</Chip>
          <span className="flex-1" />
          <Step icon={ArrowUp} label="Newer event" onClick={onPrevious} />
          <Step icon={ArrowDown} label="Older event" onClick={onNext} />
          {link && <CopyButton look="inline" text={link} label="Copy a link to this event" />}
        </span>
      }
    >
      <p className="text-section wrap-anywhere">
        <Sentence row={row} names={names} {...(organizationId && { linksIn: organizationId })} />
      </p>
      <NameNotes row={row} names={names} />
      {row.marks !== undefined && <MarkNote marks={row.marks} />}
      <FactList className="mt-3" facts={factsOf(row)} />
      {acts && <div className="mt-3 flex flex-wrap gap-2">{acts}</div>}
      {!entry && (
        <p className="mt-3 text-meta text-muted">
          {row.type === 0
            ? 'The row came without a code'
            : `Code ${row.type} is not among those this console knows: servers newer than 2026.8 write more`}
          . The raw fields below are all there is.
        </p>
      )}
      <RawFields row={row} names={names} orgId={organizationId} />
      <Around {...props} />
    </Sheet>
  )
}

function MarkNote({ marks }: { marks: number }) {
  const words = firstSentence(marks)
  return words && <p className="mt-1 text-meta text-muted">{words}</p>
}

function Step({
  icon,
  label,
  onClick,
}: {
  icon: typeof ArrowUp
  label: string
  onClick: (() => void) | undefined
}) {
  return (
    <IconButton
      size={28}
      icon={icon}
      label={label}
      disabledReason={!onClick && 'No other event is shown there.'}
      onClick={() => onClick?.()}
    />
  )
}

/** What is to be said of names that are not simply those of something that exists. */
function NameNotes({ row, names }: { row: EventRow; names: EventNames }) {
  const notes = new Set<string>()
  for (const part of eventSentence(row)) {
    if (part.kind === 'text') continue
    const shown = part.kind === 'actor' ? shownActor(part.actor, names) : shownObject(part.of, part.id, names)
    const words = stateWords(shown.state)
    if (words) notes.add(`${shown.text}: ${words}`)
  }
  return [...notes].map((note) => (
    <p key={note} className="mt-1 text-meta text-muted wrap-anywhere">
      {note}
    </p>
  ))
}

function factsOf(row: EventRow): Fact[] {
  const entry = eventCode(row.type)
  return [
    {
      label: 'When',
      value: `${absoluteTime(row.at, 'utc').replace(/, .*/, '')}, ${precise(row)} UTC`,
      note: `${absoluteTime(row.at, 'local').replace(/, .*/, '')}, ${clockTime(row.at, 'local')} here`,
    },
    {
      label: 'Client',
      value: clientOf(row).label,
      note: entry?.origin === 'client' && 'Reported by the client itself: its word, and its clock.',
    },
    {
      label: 'Address',
      value: <span className="font-mono text-meta">{row.ipAddress ?? 'Not recorded'}</span>,
    },
    {
      label: 'Event',
      value: entry ? `${row.type} ${entry.name}` : row.type === 0 ? 'No code' : `${row.type}, unknown code`,
    },
    {
      label: 'By right',
      value: <span className="text-muted">Not in the log: rows tell who, not by which right</span>,
    },
  ]
}

/** As exact as the server wrote it: seven digits tell rows of one millisecond apart. */
const precise = (row: EventRow) =>
  /T([\d:.]+)/.exec(row.date)?.[1]?.replace(/0+$/, '').replace(/\.$/, '') ?? ''

type Relation = 'time' | 'actor' | 'object'

const RELATIONS: readonly { value: Relation; label: string }[] = [
  { value: 'time', label: 'Around it' },
  { value: 'actor', label: 'Same actor' },
  { value: 'object', label: 'Same object' },
]

const FIVE_MINUTES = 5 * 60_000

function Around({ row, around, isWhole, names, onSelect }: Props) {
  const [relation, setRelation] = useState<Relation>('time')
  const object = objectOf(row)
  const key = object && objectKey(object)
  const isRelated = {
    time: (other: EventRow) => Math.abs(other.at - row.at) <= FIVE_MINUTES,
    actor: (other: EventRow) => isSameActor(row, other),
    object: (other: EventRow) => {
      const its = key === null ? null : objectOf(other)
      return its !== null && objectKey(its) === key
    },
  }[relation]
  return (
    <section className="mt-5" aria-label="Other events">
      <Segmented
        label="Other events"
        size={28}
        fill
        options={RELATIONS}
        value={relation}
        onChange={setRelation}
      />
      <Neighbours
        row={row}
        rows={around.filter((other) => other !== row && isRelated(other))}
        isWhole={isWhole}
        names={names}
        onSelect={onSelect}
      />
    </section>
  )
}
