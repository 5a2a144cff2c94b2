import { Trash2, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { oneEvent } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { BulkDialog } from '#/jobs/BulkDialog'
import { PickDialog } from '#/forms/PickDialog'
import { kind as deleteKind } from '#/jobs/kinds/groups-delete'
import { kind as membersKind } from '#/jobs/kinds/groups-members'
import { counted } from '#/lib/counted'
import { personName } from '#/session/person-name'
import type { OrganizationView } from '#/session/protocol'
import { SelectionActs, type DialogEnds } from '#/table/SelectionActs'
import type { RowSelection } from '#/table/use-selection'
import { Avatar } from '#/ui/Avatar'
import { additionRows, changeOf, deletionRows } from './group-bulk'
import type { GroupFacts, GroupGrants, GroupsData } from './use-groups'

interface Props {
  organization: OrganizationView
  data: GroupsData
  grants: GroupGrants
  selection: RowSelection
  selected: readonly GroupFacts[]
  matching: number
  closed: string | false
}

const noun = { one: 'Group', count: (n: number) => counted(n, 'group') }

export function GroupsBar(props: Props) {
  const { selection, selected, matching, closed } = props
  return (
    <SelectionActs
      {...{ selection, matching }}
      given={props}
      words={noun.count(selected.length)}
      acts={[
        {
          words: 'Add members',
          icon: UserRoundPlus,
          closed: closed || (props.data.roster?.details ? false : 'Who is in them is not known to you.'),
          Dialog: AddMembersDialog,
        },
        {
          words: `Delete ${noun.count(selected.length)}`,
          icon: Trash2,
          isDanger: true,
          closed,
          Dialog: DeleteGroupsDialog,
        },
      ]}
    />
  )
}

type DialogProps = Props & DialogEnds

function AddMembersDialog({ organization, data, selected, onClose, onStarted }: DialogProps) {
  const [ids, setIds] = useState<string[] | null>(null)
  if (!ids) {
    return (
      <PickDialog
        title={`Add members to ${noun.count(selected.length)}`}
        description="What it changes in each group is shown before anything is sent."
        noun="members"
        items={[...data.people.values()].map((person) => {
          const name = personName(person, person.id)
          return { id: person.id, name, detail: person.email, mark: <Avatar name={name} /> }
        })}
        onPick={setIds}
        onClose={onClose}
      />
    )
  }
  return (
    <BulkDialog
      title={`Add ${counted(ids.length, 'member')} to ${noun.count(selected.length)}?`}
      icon={UserRoundPlus}
      verb={`Add ${counted(ids.length, 'member')} to`}
      kind={membersKind}
      noun={noun}
      rows={additionRows(organization, selected, ids)}
      request={(going) => ({
        kind: 'groups.members',
        organizationId: organization.id,
        params: { act: 'add' },
        items: selected
          .filter(({ id }) => going.has(id))
          .map((group) => ({ id: group.id, label: group.name, content: changeOf(group, ids) })),
      })}
      consequences={
        <>
          <li>
            Whoever is added gets what each group gives: collections at once, secrets with the next token.
          </li>
          <li>
            Each group is read and written whole; what others change meanwhile stays. Undo takes them out.
          </li>
          <li>
            Recorded as one <TraceLink act="changeGroup">{oneEvent('changeGroup')}</TraceLink> for each,
            without who was added.
          </li>
        </>
      }
      {...{ onClose, onStarted }}
    />
  )
}

function DeleteGroupsDialog({ organization, data, grants, selected, onClose, onStarted }: DialogProps) {
  return (
    <BulkDialog
      title={`Delete ${noun.count(selected.length)}?`}
      icon={Trash2}
      verb="Delete"
      isDanger
      expected={String(selected.length)}
      kind={deleteKind}
      noun={noun}
      rows={deletionRows(selected, data, grants)}
      request={() => ({
        kind: 'groups.delete',
        organizationId: organization.id,
        items: selected.map(({ id, name }) => ({ id, label: name })),
      })}
      consequences={
        <>
          <li>At once and for good: there is no undo. Members stay in the organization.</li>
          <li>
            Recorded as one <TraceLink act="deleteGroup">{oneEvent('deleteGroup')}</TraceLink> for each. It
            names neither members nor losses.
          </li>
        </>
      }
      {...{ onClose, onStarted }}
    />
  )
}
