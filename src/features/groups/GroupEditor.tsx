import { Library, UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { CollectionRight } from '#/domain/collection-rights'
import type { FoundDraft } from '#/forms/draft-keeper'
import { PickDialog } from '#/forms/PickDialog'
import { RightRows, type RightRow } from '#/forms/RightRows'
import { useCoveredReason } from '#/session/use-session'
import { Avatar } from '#/ui/Avatar'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Icon } from '#/ui/Icon'
import { Sheet } from '#/ui/Sheet'
import { counted } from '#/lib/counted'
import { personName } from '#/session/person-name'
import { canChangeGroups, canChangeMembers, canGiveCollection, canJoin, closedReason } from './can'
import { changesOf, type GroupEdit, withMembers, withoutMember, withRight } from './group-edit'
import { GroupGrantList } from './GroupGrantList'
import { GroupMembers } from './GroupMembers'
import { Section } from './Section'
import type { GroupSheetProps } from './GroupSheet'
import { useGroupEdit } from './use-group-edit'
import { collectionName, type GroupFacts } from './use-groups'

interface Props extends Omit<GroupSheetProps, 'group' | 'onStep'> {
  group: GroupFacts
  found: FoundDraft<string> | null
  title: ReactNode
}

export function GroupEditor(props: Props) {
  const { organization, group, data, grants, hasSecrets, title, found, onAsk, onClose } = props
  const { edit, change, ...editing } = useGroupEdit(organization.id, group, found)
  const [picking, setPicking] = useState<'members' | 'collections' | null>(null)
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangeGroups(organization))
  const closedMembers = covered || closedReason(canChangeMembers(organization, group))
  const { joined, left, rights } = changesOf(edit)
  const before = new Map(edit.base.collections)
  const after = new Map(edit.wanted.collections)
  const rightRows = [...new Set([...before.keys(), ...after.keys()])].map((id) => ({
    id,
    name: collectionName(data.collections, id),
    mark: <Icon of={Library} size={14} className="text-muted" />,
    before: before.get(id) ?? null,
    after: after.get(id) ?? null,
    closed: closed || giveReason(props, id),
  }))
  const canGive =
    data.collections?.filter(({ id }) => !after.has(id) && giveReason(props, id) === false) ?? []

  return (
    <Sheet
      title={title}
      width={440}
      takesFocus
      onClose={onClose}
      footer={
        <Footer
          {...{ closed, closedMembers, joined, left, rights }}
          {...editing}
          onSave={() => void editing.save()}
          onDelete={() => onAsk({ act: 'delete', group })}
          onRename={() => onAsk({ act: 'rename', group })}
          onAdd={() => setPicking('members')}
        />
      }
    >
      <p className="text-muted">
        Whoever joins gets <Gives group={group} grants={grants} hasSecrets={hasSecrets} />, at once.
        {group.externalId !== null && (
          <>
            {' '}
            External id <span className="font-mono text-meta wrap-anywhere">{group.externalId}</span>.
          </>
        )}
      </p>
      <GroupMembers
        {...{ organization, data, edit }}
        memberError={data.memberError}
        isKnown={group.members !== null}
        closed={closedMembers}
        isBusy={editing.isSaving}
        onAdd={() => setPicking('members')}
        onRemove={(id) => change(withoutMember(edit, id))}
        onKeep={(id) => change(withMembers(edit, [id]))}
      />
      <Collections
        rows={rightRows}
        count={after.size}
        closed={closed || (canGive.length === 0 && 'There is no other collection that you can give.')}
        isBusy={editing.isSaving}
        onAdd={() => setPicking('collections')}
        onSet={(id, right) => change(withRight(edit, id, right))}
      />
      <GroupGrantList orgId={organization.id} groupId={group.id} grants={grants} hasSecrets={hasSecrets} />
      {editing.wasFound && editing.isTouched && (
        <Callout role="status" className="mt-4">
          As you changed it before; nothing was sent.
        </Callout>
      )}
      {picking && (
        <Picker
          {...{ organization, data, group, edit, picking }}
          canGive={canGive.map(({ id }) => id)}
          onPick={(next) => {
            setPicking(null)
            change(next)
          }}
          onClose={() => setPicking(null)}
        />
      )}
    </Sheet>
  )
}

interface CollectionsProps {
  rows: readonly RightRow[]
  count: number
  closed: string | false
  isBusy: boolean
  onAdd: () => void
  onSet: (id: string, right: CollectionRight | null) => void
}

function Collections({ rows, count, closed, isBusy, onAdd, onSet }: CollectionsProps) {
  return (
    <Section
      title="Collections"
      count={count}
      act={
        <Button size={28} icon={Library} disabledReason={closed} onClick={onAdd}>
          Add
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="py-2 text-muted">None. It opens no collection.</p>
      ) : (
        <RightRows label="Rights on collections" rows={rows} isBusy={isBusy} onSet={onSet} />
      )}
    </Section>
  )
}

interface PickerProps extends Pick<Props, 'organization' | 'data' | 'group'> {
  edit: GroupEdit
  picking: 'members' | 'collections'
  canGive: readonly string[]
  onPick: (edit: GroupEdit) => void
  onClose: () => void
}

function Picker({ organization, data, group, edit, picking, canGive, onPick, onClose }: PickerProps) {
  if (picking === 'members') {
    const people = data.roster?.members ?? []
    const inside = new Set(edit.wanted.members)
    return (
      <PickDialog
        title={`Add members to ${group.name}`}
        noun="members"
        items={people
          .filter(({ id }) => !inside.has(id) && canJoin(organization, id) === true)
          .map((person) => ({
            id: person.id,
            name: personName(person, person.id),
            detail: person.name?.trim() ? person.email : undefined,
            mark: <Avatar name={personName(person, person.id)} />,
          }))}
        onPick={(ids) => onPick(withMembers(edit, ids))}
        onClose={onClose}
      />
    )
  }
  return (
    <PickDialog
      title={`Open collections to ${group.name}`}
      description="With “Can view” at first; change the right in the list before you save."
      noun="collections"
      items={canGive.map((id) => ({ id, name: collectionName(data.collections, id) }))}
      onPick={(ids) => onPick(ids.reduce((next, id) => withRight(next, id, 'view'), edit))}
      onClose={onClose}
    />
  )
}

/** Why a right on this collection cannot be changed, or false. */
function giveReason(
  { organization, data }: Pick<Props, 'organization' | 'data'>,
  id: string,
): string | false {
  const collection = data.collections?.find((one) => one.id === id)
  const isUnmanaged = ![...(collection?.users ?? []), ...(collection?.groups ?? [])].some(
    ([, right]) => right === 'manage',
  )
  return closedReason(canGiveCollection(organization, collection && { ...collection, isUnmanaged }))
}

function Gives({ group, grants, hasSecrets }: Pick<Props, 'group' | 'grants' | 'hasSecrets'>) {
  const projects = grants.byGroup.get(group.id)?.length ?? 0
  const isWhole = grants.total !== null && grants.read === grants.total
  const collections = counted(group.collections.length, 'collection')
  if (!hasSecrets) return <b className="font-medium text-text">{collections}</b>
  return (
    <b className="font-medium text-text">
      {collections} and {isWhole ? '' : '≥ '}
      {counted(projects, 'project')}
    </b>
  )
}

interface FooterProps {
  closed: string | false
  closedMembers: string | false
  joined: readonly string[]
  left: readonly string[]
  rights: number
  isTouched: boolean
  isSaving: boolean
  hasConflict: boolean
  error: Error | null
  discard: () => void
  onSave: () => void
  onDelete: () => void
  onRename: () => void
  onAdd: () => void
}

function Footer(props: FooterProps) {
  const { closed, closedMembers, joined, left, rights, isTouched, isSaving, error } = props
  return (
    <>
      {props.hasConflict && (
        <Callout tone="warning" role="alert" title="Somebody else changed the same meanwhile.">
          Nothing was sent. The list shows what is now, with your changes in it: look, then save again.
        </Callout>
      )}
      {error && (
        <Callout tone="danger" role="alert" title="Not saved.">
          {error.message} Your changes are kept here.
        </Callout>
      )}
      <p className="w-full text-meta text-muted">
        {isTouched
          ? `${savesWords(joined.length, left.length)} Recorded as 1401, and 1504 for each member who joins or leaves; rights are not told.`
          : 'Changes of members and collections are recorded (1401, 1504). Grants on projects are not.'}
      </p>
      {isTouched ? (
        <>
          <Button onClick={props.discard}>Discard</Button>
          <Button variant="solid" busy={isSaving} onClick={props.onSave}>
            {saveLabel(joined.length, left.length, rights)}
          </Button>
        </>
      ) : (
        <>
          <Button variant="danger" className="mr-auto" disabledReason={closed} onClick={props.onDelete}>
            <span>
              Delete<span className="max-sm:sr-only"> group</span>
            </span>
          </Button>
          <Button disabledReason={closedMembers} onClick={props.onRename}>
            Rename
          </Button>
          <Button variant="solid" icon={UserPlus} disabledReason={closedMembers} onClick={props.onAdd}>
            Add members
          </Button>
        </>
      )}
    </>
  )
}

function savesWords(joined: number, left: number): string {
  const parts = [
    ...(joined > 0
      ? [`${counted(joined, 'member')} gain${joined === 1 ? 's' : ''} all that stands here`]
      : []),
    ...(left > 0
      ? [`${counted(left, 'member')} lose${left === 1 ? 's' : ''} what they have only through it`]
      : []),
  ]
  return parts.length === 0 ? '' : `${parts.join('; ')}.`
}

function saveLabel(joined: number, left: number, rights: number): string {
  if (joined > 0 && left + rights === 0) return `Add ${counted(joined, 'member')}`
  if (left > 0 && joined + rights === 0) return `Remove ${counted(left, 'member')}`
  if (rights > 0 && joined + left === 0) return `Save ${counted(rights, 'right')}`
  return `Save ${counted(joined + left + rights, 'change')}`
}
