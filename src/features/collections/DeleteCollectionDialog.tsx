import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Activity, Trash2 } from 'lucide-react'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { deleteCollection } from '#/data/collections'
import { Callout } from '#/ui/Callout'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { showToast } from '#/ui/toast-store'
import { counted } from '#/lib/counted'
import { personName } from '#/session/person-name'
import { groupName, shownName, type CollectionFacts, type CollectionsData } from './use-collections'

interface Props {
  orgId: string
  collection: CollectionFacts
  data: CollectionsData
  onClose: () => void
  onDeleted: () => void
}

const SHOWN = 8

/** Who loses it is counted before it asks. */
export function DeleteCollectionDialog({ orgId, collection, data, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const remove = useMutation(deleteCollection(client, orgId))
  const { holders, groups, name } = collection
  const names = holders?.map(({ memberId }) => personName(data.people.get(memberId), memberId)) ?? []
  const below = data.collections?.filter((c) => name !== null && c.name?.startsWith(`${name}/`)).length ?? 0
  return (
    <ConfirmDialog
      title={`Delete collection ${shownName(collection)}`}
      description="At once and for good. Items that are in no other collection stay in the organization, unassigned: only owners and admins find them there."
      isDanger
      width={640}
      confirmLabel={
        holders === null
          ? 'Delete collection'
          : `Delete collection of ${counted(holders.length, 'person', 'people')}`
      }
      confirmIcon={Trash2}
      expected={name ?? collection.id.slice(0, 8)}
      expectedLabel={
        name === null
          ? `Type the beginning of its id, ${collection.id.slice(0, 8)}, to delete it`
          : 'Type the collection’s name to delete it'
      }
      busy={remove.isPending}
      error={remove.error?.message}
      onClose={onClose}
      onConfirm={() =>
        void remove.mutateAsync(collection.id).then(
          () => {
            showToast('Collection deleted')
            onDeleted()
          },
          () => undefined,
        )
      }
    >
      <p>
        {holders === null
          ? `Who can open it is not known whole: ${counted(collection.users.length, 'person', 'people')} and ${counted(groups.length, 'group')} stand in its list.`
          : holders.length === 0
            ? 'Nobody was given a right on it.'
            : `${counted(holders.length, 'person loses', 'people lose')} it: ${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}.`}
      </p>
      {groups.length > 0 && (
        <p className="text-muted">
          Groups that gave it: {groups.map(([id]) => groupName(data.groups.get(id), id)).join(', ')}.
        </p>
      )}
      {below > 0 && (
        <Callout>
          {counted(below, 'collection')} below it in the tree {below === 1 ? 'stays' : 'stay'}: the tree is
          made of names only.
        </Callout>
      )}
      <Callout icon={Activity}>
        <TraceLink act="deleteCollection">{recordsOne('deleteCollection')}</TraceLink>. It names neither its
        items nor who lost it. How many items are in it is not known here: this console does not read the
        vault.
      </Callout>
    </ConfirmDialog>
  )
}
