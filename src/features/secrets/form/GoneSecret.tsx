import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Copy, Eraser, Eye, EyeOff, FilePlus2, FileX } from 'lucide-react'
import { useState } from 'react'
import { draftQuery, removeDraft } from '#/forms/draft-query'
import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import { copySecret } from '#/lib/clipboard'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { ClipboardStatus } from '#/ui/ClipboardStatus'
import { COPY_REFUSED } from '#/ui/copy-text'
import { EmptyState } from '#/ui/EmptyState'
import { FactList } from '#/ui/FactList'
import { linkClass } from '#/ui/link-class'
import { MaskedValue } from '#/ui/MaskedValue'
import { RevealedValue } from '#/ui/RevealedValue'
import { showToast } from '#/ui/toast-store'
import { CreateAnewDialog } from './CreateAnewDialog'
import { DiscardDialog } from './DiscardDialog'
import type { WaitingDraft } from './secret-draft'
import { sizeWords } from './size-words'
import { useShown } from './use-shown'

interface Props {
  organization: OrganizationView
  secretId: string
  place: string
  draft: WaitingDraft
}

/** The secret of this draft is no longer in the list: what was typed is kept until the person decides. */
export function GoneSecret({ organization, secretId, place, draft }: Props) {
  const { timeZone, hideAfter, clearClipboardAfter } = useSettings()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'create' | 'discard' | null>(null)
  const [isShown, setShown] = useShown(hideAfter)
  const { typed } = draft.content
  const value = typed.value ?? ''

  function copy() {
    copySecret(Promise.resolve(value), clearClipboardAfter).catch(() =>
      showToast(COPY_REFUSED, { tone: 'danger' }),
    )
  }

  function discard() {
    void removeDraft(place).then(() => {
      showToast('The draft is thrown away')
      return client.invalidateQueries(draftQuery(place))
    })
  }

  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <EmptyState
        level={1}
        icon={FileX}
        title={`Secret ${secretId.slice(0, 8)} is gone; your draft of it is kept`}
        text="It was deleted, or you may no longer read it: the server does not tell which. If it is in the trash, an owner or admin can restore it, and the draft opens here again."
        actions={
          <>
            <Button variant="solid" icon={FilePlus2} onClick={() => setAsked('create')}>
              Create a new secret from it
            </Button>
            {typed.value !== null && (
              <Button icon={Copy} onClick={copy}>
                Copy the value
              </Button>
            )}
            <Button variant="danger" icon={Eraser} onClick={() => setAsked('discard')}>
              Throw the draft away
            </Button>
            <Link to="/orgs/$orgId/secrets" params={{ orgId: organization.id }} className={linkClass}>
              Keep it and go to the secrets
            </Link>
          </>
        }
      >
        <p className="mb-3 text-muted">
          Draft from {absoluteTime(draft.content.startedAt, timeZone)}, sealed with your key. Drafts go after
          7 days.
        </p>
        <FactList
          facts={[
            { label: 'Name', value: <span className="font-mono">{typed.name ?? 'not changed'}</span> },
            {
              label: 'Value',
              value: typed.value === null ? 'not changed' : isShown ? null : <MaskedValue isInline />,
              note: typed.value !== null && sizeWords(value),
            },
            { label: 'Note', value: <span className="whitespace-pre-wrap">{typed.note || 'empty'}</span> },
          ]}
        />
        {typed.value !== null && (
          <div className="mt-3 flex flex-col items-start gap-2">
            {isShown && <RevealedValue className="w-full" label="Value of the draft" text={value} />}
            <Button
              size={28}
              icon={isShown ? EyeOff : Eye}
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? 'Hide the value' : 'Show the value'}
            </Button>
            <ClipboardStatus />
          </div>
        )}
      </EmptyState>
      {asked === 'create' && (
        <CreateAnewDialog
          organization={organization}
          typed={typed}
          place={place}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'discard' && (
        <DiscardDialog noun="the draft" onClose={() => setAsked(null)} onConfirm={discard} />
      )}
    </div>
  )
}
