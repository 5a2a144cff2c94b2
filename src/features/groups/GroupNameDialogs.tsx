import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createGroup, saveGroup } from '#/data/groups'
import { NameDialog } from '#/forms/NameDialog'
import { showToast } from '#/ui/toast-store'
import { newGroupPlace, renameGroupPlace } from './dialog-places'
import type { GroupFacts } from './use-groups'

const PLAIN = 'The server keeps names of groups in the clear: no secrets in it.'

interface Props {
  orgId: string
  others: readonly string[]
  onClose: () => void
}

export function CreateGroupDialog({
  orgId,
  others,
  onClose,
  onCreated,
}: Props & { onCreated: (id: string) => void }) {
  const client = useQueryClient()
  const create = useMutation(createGroup(client, orgId))
  return (
    <NameDialog
      field="group"
      noun="group"
      hint={PLAIN}
      place={newGroupPlace(orgId)}
      title="New group"
      description="A group gives its members rights on collections and, in Secrets Manager, on projects and secrets. It begins empty."
      initial=""
      confirmLabel="Create group"
      recorded="Recorded as “created group” (1400)"
      others={others}
      busy={create.isPending}
      error={create.error?.message}
      onClose={onClose}
      onConfirm={(name) =>
        create.mutateAsync(
          { name, members: [], collections: [] },
          {
            onSuccess: ({ id }) => {
              onClose()
              showToast('Group created')
              onCreated(id)
            },
          },
        )
      }
    />
  )
}

export function RenameGroupDialog({ orgId, others, group, onClose }: Props & { group: GroupFacts }) {
  const client = useQueryClient()
  const save = useMutation(saveGroup(client, orgId))
  const now = save.data?.outcome === 'conflict' ? save.data.now.name : null
  return (
    <NameDialog
      field="group"
      noun="group"
      hint={PLAIN}
      place={renameGroupPlace(orgId, group.id)}
      title="Rename group"
      description="Members and rights are read again and sent as they are then."
      initial={group.name}
      confirmLabel="Rename group"
      recorded="Recorded as “edited group” (1401), without the names"
      others={others}
      busy={save.isPending}
      error={
        save.error?.message ??
        (now === null ? undefined : `Somebody else called it “${now}” meanwhile. Nothing was sent.`)
      }
      onClose={onClose}
      onConfirm={async (name) => {
        // Members and rights are left out of the comparison: what the server has of them stays.
        const base = { name: now ?? group.name, members: [], collections: [] }
        const result = await save.mutateAsync({ id: group.id, base, wanted: { ...base, name } })
        if (result.outcome === 'conflict') throw new Error('Renamed by somebody else.')
        onClose()
        showToast('Group renamed')
      }}
    />
  )
}
