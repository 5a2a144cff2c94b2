import { ArrowDown, ArrowUp, SearchX } from 'lucide-react'
import { TextDraft } from '#/forms/TextDraft'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Sheet } from '#/ui/Sheet'
import { editGroupPlace } from './dialog-places'
import { GroupEditor } from './GroupEditor'
import type { Asked } from './GroupDialogs'
import type { GroupFacts, GroupGrants, GroupsData } from './use-groups'

export interface GroupSheetProps {
  organization: OrganizationView
  data: GroupsData
  grants: GroupGrants
  hasSecrets: boolean
  /** Null where no group has the id of the URL. */
  group: GroupFacts | null
  onStep: (by: number) => void
  onAsk: (asked: Asked) => void
  onClose: () => void
}

/** One group beside the list: members, collections, grants. What is edited is kept as a draft until it is saved. */
export function GroupSheet(props: GroupSheetProps) {
  const { organization, group, onStep, onClose } = props
  if (!group) {
    return (
      <Sheet title="Group" width={440} onClose={onClose}>
        <EmptyState
          icon={SearchX}
          title="No such group"
          text="It was deleted, or it belongs to another organization: the server does not tell which."
          actions={<Button onClick={onClose}>Show all groups</Button>}
        />
      </Sheet>
    )
  }
  return (
    <TextDraft place={editGroupPlace(organization.id, group.id)}>
      {(found) => (
        <GroupEditor {...props} group={group} found={found} title={<Title group={group} onStep={onStep} />} />
      )}
    </TextDraft>
  )
}

function Title({ group, onStep }: { group: GroupFacts; onStep: (by: number) => void }) {
  return (
    <span className="flex items-center gap-2">
      <span className="min-w-0 wrap-anywhere">{group.name}</span>
      <IdText id={group.id} isShort of="group" className="font-normal" />
      <span className="ml-auto flex shrink-0">
        <IconButton size={28} icon={ArrowUp} label="Previous group" onClick={() => onStep(-1)} />
        <IconButton size={28} icon={ArrowDown} label="Next group" onClick={() => onStep(1)} />
      </span>
    </span>
  )
}
