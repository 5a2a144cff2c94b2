import { ArrowDown, ArrowUp, SearchX } from 'lucide-react'
import { TextDraft } from '#/forms/TextDraft'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Sheet } from '#/ui/Sheet'
import { CollectionEditor } from './CollectionEditor'
import type { Asked } from './CollectionDialogs'
import { editCollectionPlace } from './dialog-places'
import { shownName, type CollectionFacts, type CollectionsData } from './use-collections'

export interface CollectionSheetProps {
  organization: OrganizationView
  data: CollectionsData
  /** Null where no collection has the id of the URL. */
  collection: CollectionFacts | null
  onStep: (by: number) => void
  onAsk: (asked: Asked) => void
  onClose: () => void
}

/** One collection beside the list: who has which right on it. */
export function CollectionSheet(props: CollectionSheetProps) {
  const { organization, collection, onStep, onClose } = props
  if (!collection) {
    return (
      <Sheet title="Collection" width={440} onClose={onClose}>
        <EmptyState
          icon={SearchX}
          title="No such collection"
          text="It was deleted, or it is not yours to see: the server does not tell which."
          actions={<Button onClick={onClose}>Show all collections</Button>}
        />
      </Sheet>
    )
  }
  return (
    <TextDraft place={editCollectionPlace(organization.id, collection.id)}>
      {(found) => (
        <CollectionEditor
          {...props}
          collection={collection}
          found={found}
          title={<Title collection={collection} onStep={onStep} />}
        />
      )}
    </TextDraft>
  )
}

function Title({ collection, onStep }: { collection: CollectionFacts; onStep: (by: number) => void }) {
  const parts = collection.name?.split('/') ?? []
  return (
    <span className="flex items-center gap-2 py-1">
      <span className="min-w-0">
        {parts.length > 1 && (
          <span className="block text-meta font-normal text-muted wrap-anywhere">
            {parts.slice(0, -1).join(' › ')}
          </span>
        )}
        <span className="wrap-anywhere">{parts.at(-1) ?? shownName(collection)}</span>
      </span>
      <IdText id={collection.id} isShort of="collection" className="font-normal" />
      <span className="ml-auto flex shrink-0">
        <IconButton size={28} icon={ArrowUp} label="Previous collection" onClick={() => onStep(-1)} />
        <IconButton size={28} icon={ArrowDown} label="Next collection" onClick={() => onStep(1)} />
      </span>
    </span>
  )
}
