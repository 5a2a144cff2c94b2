import { CornerDownRight, Eraser, FilePen } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { placeWords } from '#/domain/place-words'
import type { CallResult } from '#/session/call-types'
import { DRAFT_KEPT_FOR } from '#/session/draft-life'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { useAct } from './use-act'

type Draft = CallResult<'listDrafts'>[number]

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What is sealed is told by kind, short id, time and size: nothing of it can be read while locked. */
export function WaitingForYou({ to }: { to: string | undefined }) {
  const [drafts, setDrafts] = useState<Draft[]>([])
  // Where they cannot be read there is nothing to offer; opening the form says why.
  const read = useCallback(() => {
    session.call('listDrafts', null).then(setDrafts, () => undefined)
  }, [])
  useEffect(read, [read])
  if (drafts.length === 0 && !to) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="text-section font-semibold">
        Waiting for you
      </h2>
      <p className="mb-2 text-muted">
        {drafts.length > 0 && 'Sealed with your key. This page cannot read it either until you unlock.'}
      </p>
      <ul className="rounded-float border border-line-strong bg-surface">
        {drafts.map((draft) => (
          <DraftItem key={draft.place} draft={draft} onErased={read} />
        ))}
        {to && (
          <li className="flex gap-3 border-t border-line-strong p-4 first:border-t-0">
            <Icon of={CornerDownRight} className="mt-0.5 text-muted" />
            <div>
              <p className="font-medium">Back to where you were</p>
              <p className="text-muted">{placeWords(to)}</p>
            </div>
          </li>
        )}
      </ul>
    </section>
  )
}

function DraftItem({ draft, onErased }: { draft: Draft; onErased: () => void }) {
  const erase = useAct(() => session.call('removeDraft', { place: draft.place }), onErased)
  return (
    <li className="flex gap-3 border-t border-line-strong p-4 first:border-t-0">
      <Icon of={FilePen} className="mt-0.5 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">One edit that was not saved</p>
        <p className="text-muted">
          {placeWords(draft.place)}, typed from {clock.format(draft.startedAt)}, last sealed at{' '}
          {clock.format(draft.sealedAt)} UTC
        </p>
        <p className="mt-1 text-meta text-muted">
          {draft.size.toLocaleString('en-GB')} bytes of ciphertext,{' '}
          {draft.keptIn === 'memory'
            ? 'in memory only, as this browser keeps nothing: a reload or closing the tab loses it. Opens with every field as typed.'
            : `on this device only. Opens with every field as typed; erased on ${day.format(draft.sealedAt + DRAFT_KEPT_FOR)} if it is not opened.`}
        </p>
        <div className="mt-2 flex items-center gap-2">
          <Button
            variant="danger"
            size={28}
            icon={Eraser}
            busy={erase.isPending}
            onClick={() => erase.mutate()}
          >
            Erase the draft
          </Button>
          <span className="text-meta text-muted">Cannot be undone, needs no password</span>
        </div>
      </div>
    </li>
  )
}
