import { amount } from '#/lib/amount'
import { Layers2 } from 'lucide-react'
import type { Burst } from '#/domain/events/bursts'
import { EventSheet } from '#/features/events/EventSheet'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Sheet } from '#/ui/Sheet'
import type { EventRow } from '#/domain/events/row'
import { onlyActor, onlyObject } from './url'
import type { EventsView } from './use-events-view'
import type { useOpened } from './use-opened'

interface Props {
  organization: OrganizationView
  view: EventsView
  opening: ReturnType<typeof useOpened>
  onCursor: (row: number) => void
  onBurst: (burst: Burst) => void
}

/** The sheet of the event that the URL names. */
export function OpenedEvent({ organization, view, opening, onCursor, onBurst }: Props) {
  const { opened, open, openAt, close } = opening
  const { answer, state, names } = view
  if (!opened) return null
  const { row, place, around, burst } = opened
  if (!row) return <Unknown onClose={close} />
  const step = (to: number) => {
    onCursor(to)
    openAt(to)
  }
  return (
    <EventSheet
      row={row}
      around={around}
      isWhole={state?.missing.length === 0}
      names={names}
      organizationId={organization.role === 'audit' ? undefined : organization.id}
      link={linkOf()}
      onSelect={open}
      onPrevious={place > 0 ? () => step(place - 1) : undefined}
      onNext={place !== -1 && place + 1 < (answer?.matched ?? 0) ? () => step(place + 1) : undefined}
      onClose={close}
      acts={
        <>
          {burst && (
            <Button size={28} icon={Layers2} onClick={() => onBurst(burst)}>
              Show its burst of {amount(burst.count)}
            </Button>
          )}
          <Acts row={row} view={view} />
        </>
      }
    />
  )
}

/** Without what is filtered: whoever follows it is to find the event. */
function linkOf(): string {
  const url = new URL(location.href)
  const event = url.searchParams.get('event')
  url.search = ''
  if (event) url.searchParams.set('event', event)
  return url.href
}

function Acts({ row, view }: { row: EventRow; view: EventsView }) {
  const { search, onSearch } = view
  const [actor, object] = [onlyActor(search, row), onlyObject(search, row)]
  return (
    <>
      {actor && (
        <Button size={28} onClick={() => onSearch(actor)}>
          Only this actor
        </Button>
      )}
      {object && (
        <Button size={28} onClick={() => onSearch(object)}>
          Only this object
        </Button>
      )}
    </>
  )
}

function Unknown({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="Event not found" width={344} onClose={onClose}>
      <p className="text-muted">
        The log has no event with the date, code and fields of this link. It may be of another organization,
        or the administrator of the server has purged it.
      </p>
    </Sheet>
  )
}
