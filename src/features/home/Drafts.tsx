import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Eraser, FilePen } from 'lucide-react'
import { useState } from 'react'
import { draftListQuery } from '#/data/drafts'
import { useSettings } from '#/data/settings'
import { placeWords } from '#/domain/place-words'
import { absoluteTime } from '#/domain/time-words'
import type { CallResult } from '#/session/call-types'
import { removeDraft } from '#/forms/draft-query'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { placeName } from './listed-name'
import { OpenDraft } from './OpenDraft'
import { rowClass, rowsClass, Section } from './Section'
import type { HomeFacts } from './use-home'

type Draft = CallResult<'listDrafts'>[number]

/** Edits that were typed and not saved. Nothing is opened here: what they are of is named by the lists. */
export function Drafts({ orgId, home }: { orgId: string; home: HomeFacts }) {
  const client = useQueryClient()
  const drafts = useQuery({ ...draftListQuery(), refetchOnWindowFocus: true })
  const [erasing, setErasing] = useState<Draft | null>(null)
  const erase = useMutation({
    mutationFn: (draft: Draft) => removeDraft(draft.place),
    onSuccess: async () => {
      announce('Draft erased.')
      await client.invalidateQueries(draftListQuery())
      setErasing(null)
    },
  })
  if (drafts.error)
    return (
      <Section title="Drafts">
        <Callout tone="warning">Whether drafts wait is not known: {drafts.error.message}</Callout>
      </Section>
    )
  const mine = (drafts.data ?? []).filter(({ place }) => isOf(place, orgId))
  const others = (drafts.data?.length ?? 0) - mine.length
  if (mine.length + others === 0) return null
  return (
    <Section title="Drafts" count={mine.length} aside="Sealed with your key">
      <ul className={rowsClass}>
        {mine
          .toSorted((a, b) => b.sealedAt - a.sealedAt)
          .map((draft) => (
            <Row
              key={draft.place}
              draft={draft}
              name={placeName(draft.place, home)}
              onErase={() => setErasing(draft)}
            />
          ))}
      </ul>
      {others > 0 && (
        <p className="mt-2 text-meta text-muted">
          {others} more in {others === 1 ? 'another organization' : 'other organizations'}.
        </p>
      )}
      {erasing && (
        <ConfirmDialog
          title={`Erase the draft “${placeWords(erasing.place)}”?`}
          isDanger
          confirmLabel="Erase 1 draft"
          confirmIcon={Eraser}
          busy={erase.isPending}
          error={erase.error?.message}
          footerStart="Cannot be undone. The server is not told."
          onConfirm={() => erase.mutate(erasing)}
          onClose={() => setErasing(null)}
        >
          <p>What was typed there and not saved is lost.</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

const isOf = (place: string, orgId: string) =>
  place.startsWith(`/orgs/${orgId}/`) || place.startsWith(`/orgs/${orgId}#`)

function Row({ draft, name, onErase }: { draft: Draft; name: string | null; onErase: () => void }) {
  const { timeZone } = useSettings()
  const what = placeWords(draft.place)
  return (
    <li className={cx(rowClass, 'max-sm:flex-wrap')}>
      <Icon of={FilePen} className="text-muted" />
      <div className="min-w-0 flex-1">
        {name === null ? (
          <p>{what}</p>
        ) : (
          <bdi className={cx('block truncate', what.startsWith('Secret') && 'font-mono')}>{name}</bdi>
        )}
        <p className="text-meta text-muted">
          {name !== null && `${what}. `}Typed from {absoluteTime(draft.startedAt, timeZone)}
          {draft.keptIn === 'memory' && ', in memory only: a reload loses it'}
        </p>
      </div>
      <OpenDraft place={draft.place} what={what} />
      <Button variant="danger" icon={Eraser} onClick={onErase}>
        Erase
        <span className="sr-only">draft of {what}</span>
      </Button>
    </li>
  )
}
