import type { OrganizationView } from '#/session/protocol'
import { CreateCollectionDialog, RenameCollectionDialog } from './CollectionNameDialogs'
import { DeleteCollectionDialog } from './DeleteCollectionDialog'
import type { CollectionFacts, CollectionsData } from './use-collections'

export type Asked = { act: 'create' } | { act: 'rename' | 'delete'; collection: CollectionFacts }

interface Props {
  asked: Asked
  organization: OrganizationView
  data: CollectionsData
  onShow: (id: string) => void
  /** It is deleted. */
  onGone: (id: string) => void
  onClose: () => void
}

export function CollectionDialogs({ asked, organization, data, onShow, onGone, onClose }: Props) {
  const others = data.collections?.map(({ name }) => name) ?? []
  if (asked.act === 'create')
    return <CreateCollectionDialog {...{ organization, others, onClose }} onCreated={onShow} />
  const { act, collection } = asked
  if (act === 'rename') return <RenameCollectionDialog {...{ organization, others, collection, onClose }} />
  return (
    <DeleteCollectionDialog
      {...{ collection, data, onClose }}
      orgId={organization.id}
      onDeleted={() => {
        onClose()
        onGone(collection.id)
      }}
    />
  )
}
