import { KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { oneEvent } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { COLLECTION_RIGHTS, collectionRightWords, type CollectionRight } from '#/domain/collection-rights'
import { BulkDialog } from '#/jobs/BulkDialog'
import { PickDialog } from '#/forms/PickDialog'
import { kind as deleteKind } from '#/jobs/kinds/collections-delete'
import { kind as rightKind } from '#/jobs/kinds/collections-right'
import { counted } from '#/lib/counted'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import { SelectionActs, type DialogEnds } from '#/table/SelectionActs'
import type { RowSelection } from '#/table/use-selection'
import { Select } from '#/ui/Select'
import { changeOf, deletionRows, rightRows, type Grantees } from './collection-bulk'
import { granteesOf, pickableGrantees } from './Grantees'
import { shownName, type CollectionFacts, type CollectionsData } from './use-collections'

interface Props {
  organization: OrganizationView
  data: CollectionsData
  selection: RowSelection
  selected: readonly CollectionFacts[]
  matching: number
}

const noun = { one: 'Collection', count: (n: number) => counted(n, 'collection') }

export function CollectionsBar(props: Props) {
  const { selection, selected, matching } = props
  const closed = useCoveredReason()
  return (
    <SelectionActs
      {...{ selection, matching }}
      given={props}
      words={noun.count(selected.length)}
      acts={[
        {
          words: 'Set rights',
          icon: KeyRound,
          closed,
          Dialog: SetRightDialog,
        },
        {
          words: `Delete ${noun.count(selected.length)}`,
          icon: Trash2,
          isDanger: true,
          closed,
          Dialog: DeleteCollectionsDialog,
        },
      ]}
    />
  )
}

type DialogProps = Props & DialogEnds

const NONE = 'none'
const options = [
  ...COLLECTION_RIGHTS.map((right) => ({ value: right, label: collectionRightWords[right] })).toReversed(),
  { value: NONE, label: 'No right' },
] as const

function SetRightDialog({ organization, data, selected, onClose, onStarted }: DialogProps) {
  const [grantees, setGrantees] = useState<Grantees | null>(null)
  const [choice, setChoice] = useState<CollectionRight | typeof NONE>('view')
  const right = choice === NONE ? null : choice
  if (!grantees) {
    return (
      <PickDialog
        title={`Set rights on ${noun.count(selected.length)}`}
        description="Choose who; the right, and what it changes in each collection, come next."
        noun="people and groups"
        items={pickableGrantees(data)}
        onPick={(ids) => setGrantees(granteesOf(ids, data))}
        onClose={onClose}
      />
    )
  }
  const { groups, users } = grantees
  const who = [
    groups.length > 0 && counted(groups.length, 'group'),
    users.length > 0 && counted(users.length, 'person', 'people'),
  ]
    .filter(Boolean)
    .join(' and ')
  return (
    <BulkDialog
      title={`Set the right of ${who} on ${noun.count(selected.length)}?`}
      icon={KeyRound}
      verb="Set rights on"
      kind={rightKind}
      noun={noun}
      rows={rightRows(organization, selected, grantees, right)}
      request={(going) => ({
        kind: 'collections.right',
        organizationId: organization.id,
        items: selected
          .filter(({ id }) => going.has(id))
          .map((one) => ({ id: one.id, label: shownName(one), content: changeOf(one, grantees, right) })),
      })}
      consequences={
        <>
          <li>A right of one’s own replaces those that a person has through groups.</li>
          <li>Both lists are read and written whole; what others change meanwhile stays. Undo gives back.</li>
          <li>
            Recorded as one <TraceLink act="changeCollection">{oneEvent('changeCollection')}</TraceLink> for
            each, without who gained or lost.
          </li>
        </>
      }
      {...{ onClose, onStarted }}
    >
      <Select label="Right" options={options} value={choice} onChange={setChoice} />
    </BulkDialog>
  )
}

function DeleteCollectionsDialog({ organization, selected, onClose, onStarted }: DialogProps) {
  const rows = deletionRows(organization, selected)
  return (
    <BulkDialog
      title={`Delete ${noun.count(selected.length)}?`}
      icon={Trash2}
      verb="Delete"
      isDanger
      expected={String(rows.filter(({ skip }) => skip === null).length)}
      kind={deleteKind}
      noun={noun}
      rows={rows}
      request={(going) => ({
        kind: 'collections.delete',
        organizationId: organization.id,
        items: selected
          .filter(({ id }) => going.has(id))
          .map((one) => ({ id: one.id, label: shownName(one) })),
      })}
      consequences={
        <>
          <li>
            At once and for good: there is no undo. Items that are in no other collection stay in the
            organization, unassigned.
          </li>
          <li>
            Recorded as one “deleted collection” event (1302) for each. How many items each has is not read.
          </li>
        </>
      }
      {...{ onClose, onStarted }}
    />
  )
}
