import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createCollection, renameCollection } from '#/data/collections'
import { NameDialog } from '#/forms/NameDialog'
import type { OrganizationView } from '#/session/protocol'
import { showToast } from '#/ui/toast-store'
import { newCollectionPlace, renameCollectionPlace } from './dialog-places'
import type { CollectionFacts } from './use-collections'

interface Props {
  organization: OrganizationView
  others: readonly (string | null)[]
  onClose: () => void
}

/** Whoever makes it can manage it: an unmanaged one would be out of reach for all but owners and admins. */
export function CreateCollectionDialog({
  organization,
  others,
  onClose,
  onCreated,
}: Props & { onCreated: (id: string) => void }) {
  const client = useQueryClient()
  const create = useMutation(createCollection(client, organization.id))
  return (
    <NameDialog
      field="collection"
      noun="collection"
      place={newCollectionPlace(organization.id)}
      title="New collection"
      description="A slash parts the levels of the tree: “Engineering/Payments”. You can manage it from the start; rights for others come next."
      initial=""
      confirmLabel="Create collection"
      recorded="Recorded as “created collection” (1300)"
      others={others}
      busy={create.isPending}
      error={create.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        create.mutateAsync(
          { name, groups: [], users: [[organization.memberId, 'manage']] },
          {
            onSuccess: ({ id }) => {
              onClose()
              showToast('Collection created')
              onCreated(id)
            },
          },
        )
      }
    />
  )
}

export function RenameCollectionDialog({
  organization,
  others,
  collection,
  onClose,
}: Props & { collection: CollectionFacts }) {
  const client = useQueryClient()
  const rename = useMutation(renameCollection(client, organization.id))
  return (
    <NameDialog
      field="collection"
      noun="collection"
      place={renameCollectionPlace(organization.id, collection.id)}
      title="Rename collection"
      description={
        collection.name === null
          ? 'Its name cannot be decrypted. A new name replaces the spoiled one; its items and rights are not touched.'
          : 'Rights are read again and sent as they are then. Collections below it keep their own names.'
      }
      initial={collection.name ?? ''}
      confirmLabel="Rename collection"
      recorded="Recorded as “edited collection” (1301), without the names"
      others={others}
      busy={rename.isPending}
      error={rename.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        rename.mutateAsync(
          { id: collection.id, name },
          {
            onSuccess: () => {
              onClose()
              showToast('Collection renamed')
            },
          },
        )
      }
    />
  )
}
