import { DeleteGroupDialog } from './DeleteGroupDialog'
import { CreateGroupDialog, RenameGroupDialog } from './GroupNameDialogs'
import type { GroupFacts, GroupGrants, GroupsData } from './use-groups'

export type Asked = { act: 'create' } | { act: 'rename' | 'delete'; group: GroupFacts }

interface Props {
  asked: Asked
  orgId: string
  data: GroupsData
  grants: GroupGrants
  hasSecrets: boolean
  onShow: (id: string) => void
  /** It is deleted. */
  onGone: (id: string) => void
  onClose: () => void
}

export function GroupDialogs({ asked, orgId, data, grants, hasSecrets, onShow, onGone, onClose }: Props) {
  const others = data.groups?.map(({ name }) => name) ?? []
  if (asked.act === 'create') return <CreateGroupDialog {...{ orgId, others, onClose }} onCreated={onShow} />
  const { act, group } = asked
  if (act === 'rename') return <RenameGroupDialog {...{ orgId, others, group, onClose }} />
  return (
    <DeleteGroupDialog
      {...{ orgId, group, data, grants, hasSecrets, onClose }}
      onDeleted={() => {
        onClose()
        onGone(group.id)
      }}
    />
  )
}
