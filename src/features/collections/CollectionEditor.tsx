import { FileWarning, ListTree, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import type { CollectionRight } from '#/domain/collection-rights'
import type { FoundDraft } from '#/forms/draft-keeper'
import { PickDialog, type Pickable } from '#/forms/PickDialog'
import { RightRows, type RightRow } from '#/forms/RightRows'
import { useCoveredReason } from '#/session/use-session'
import { Avatar } from '#/ui/Avatar'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Sheet } from '#/ui/Sheet'
import { counted } from '#/lib/counted'
import { personName } from '#/session/person-name'
import { canDeleteCollection, canEditCollection, canLoseManager, closedReason } from './can'
import type { CollectionSheetProps } from './CollectionSheet'
import { Effective } from './Effective'
import { GroupMark, pickableGrantees } from './Grantees'
import { groupName, holdersOf, type CollectionFacts } from './use-collections'
import { changesOf, useRightsEdit, withRight, type RightsEdit } from './use-rights-edit'

interface Props extends Omit<CollectionSheetProps, 'collection' | 'onStep'> {
  collection: CollectionFacts
  found: FoundDraft<string> | null
  title: ReactNode
}

export function CollectionEditor({ organization, data, collection, found, title, onAsk, onClose }: Props) {
  const { edit, change, ...editing } = useRightsEdit(organization.id, collection, found)
  const [isPicking, setPicking] = useState(false)
  const covered = useCoveredReason()
  const closed = covered || closedReason(canEditCollection(organization, collection))
  const changes = changesOf(edit)
  const after = holdersOf(edit.wanted, data.groupMembers)
  const rows = rowsOf(edit, data, closed)
  const rights = [...edit.wanted.users, ...edit.wanted.groups].map(([, right]) => right)
  const set = (id: string, right: CollectionRight | null) =>
    change(withRight(edit, data.groups.has(id) || isGroup(edit, id) ? 'groups' : 'users', id, right))
  const candidates = candidatesOf(edit, data)
  return (
    <Sheet
      title={title}
      width={440}
      onClose={onClose}
      footer={
        <Footer
          {...editing}
          isTouched={changes > 0}
          closedSave={closedReason(canLoseManager(organization, rights))}
          closedDelete={covered || closedReason(canDeleteCollection(organization, collection))}
          closedRename={closed}
          label={saveLabel(changes, collection.holders, after)}
          onSave={() => void editing.save()}
          onDelete={() => onAsk({ act: 'delete', collection })}
          onRename={() => onAsk({ act: 'rename', collection })}
        />
      }
    >
      <About collection={collection} />
      <section className="mt-5">
        <div className="flex min-h-9 items-center gap-2 border-b pb-1 border-line-strong">
          <h3 className="font-semibold">Rights</h3>
          <span className="text-muted">
            {counted(edit.wanted.groups.length, 'group')},{' '}
            {counted(edit.wanted.users.length, 'person', 'people')}
          </span>
          <Button
            size={28}
            icon={Plus}
            className="ml-auto"
            disabledReason={
              closed || (candidates.length === 0 && 'Everybody who is known has a right already.')
            }
            onClick={() => setPicking(true)}
          >
            Add
          </Button>
        </div>
        {rows.length === 0 ? (
          <p className="py-2 text-muted">
            {collection.hasLists
              ? 'Nobody was given a right.'
              : 'The server does not tell you who has rights.'}
          </p>
        ) : (
          <RightRows label="Rights on the collection" rows={rows} isBusy={editing.isSaving} onSet={set} />
        )}
      </section>
      {editing.wasFound && (
        <Callout role="status" className="mt-4">
          As you changed it before; nothing was sent.
        </Callout>
      )}
      <Effective holders={after} data={data} isChanged={changes > 0} />
      {rights.some((right) => right.endsWith('Hidden')) && <HiddenWarning />}
      {isPicking && (
        <PickDialog
          title="Add people or groups"
          description="With “Can view” at first; change the right in the list before you save."
          noun="people and groups"
          items={candidates}
          onPick={(ids) => {
            setPicking(false)
            change(
              ids.reduce(
                (next, id) => withRight(next, data.groups.has(id) ? 'groups' : 'users', id, 'view'),
                edit,
              ),
            )
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Sheet>
  )
}

function HiddenWarning() {
  return (
    <Callout tone="warning" className="mt-4">
      Hidden passwords can still be used by autofill, so a determined person can read them.
    </Callout>
  )
}

function About({ collection }: { collection: CollectionFacts }) {
  return (
    <>
      <p className="text-muted">{summary(collection)}</p>
      {collection.name === null && (
        <Callout tone="danger" icon={FileWarning} title="Its name cannot be decrypted." className="mt-3">
          It was sealed with another key, or damaged. A new name replaces it; items and rights are not
          touched.
        </Callout>
      )}
      {collection.name?.includes('/') && (
        <Callout icon={ListTree} className="mt-3">
          Rights do not come down from above. The tree is made of names only; each collection has its own
          list.
        </Callout>
      )}
    </>
  )
}

interface FooterProps {
  isTouched: boolean
  isSaving: boolean
  hasConflict: boolean
  error: Error | null
  closedSave: string | false
  closedDelete: string | false
  closedRename: string | false
  label: string
  discard: () => void
  onSave: () => void
  onDelete: () => void
  onRename: () => void
}

function Footer(props: FooterProps) {
  return (
    <>
      {props.hasConflict && (
        <Callout tone="warning" role="alert" title="Somebody else changed the same right meanwhile.">
          Nothing was sent. The list shows what is now, with your changes in it: look, then save again.
        </Callout>
      )}
      {props.error && (
        <Callout tone="danger" role="alert" title="Not saved.">
          {props.error.message} Your changes are kept here.
        </Callout>
      )}
      <p className="w-full text-meta text-muted">
        <TraceLink act="changeCollection">{recordsOne('changeCollection')}</TraceLink>, without who gained or
        lost.
      </p>
      {props.isTouched ? (
        <>
          <Button onClick={props.discard}>Discard</Button>
          <Button
            variant="solid"
            busy={props.isSaving}
            disabledReason={props.closedSave}
            onClick={props.onSave}
          >
            {props.label}
          </Button>
        </>
      ) : (
        <>
          <Button
            variant="danger"
            className="mr-auto"
            disabledReason={props.closedDelete}
            onClick={props.onDelete}
          >
            Delete collection
          </Button>
          <Button disabledReason={props.closedRename} onClick={props.onRename}>
            Rename
          </Button>
        </>
      )}
    </>
  )
}

/** Everybody who has no right of their own yet. */
function candidatesOf({ wanted }: RightsEdit, data: Props['data']): Pickable[] {
  const holders = new Set([...wanted.groups, ...wanted.users].map(([id]) => id))
  return pickableGrantees(data).filter(({ id }) => !holders.has(id))
}

const isGroup = ({ base }: RightsEdit, id: string) => base.groups.some(([other]) => other === id)

function rowsOf(
  { base, wanted }: RightsEdit,
  { people, groups }: Props['data'],
  closed: string | false,
): RightRow[] {
  const row = (kind: 'groups' | 'users', id: string): RightRow => {
    const name = kind === 'groups' ? groupName(groups.get(id), id) : personName(people.get(id), id)
    return {
      id,
      name,
      mark: kind === 'groups' ? <GroupMark /> : <Avatar name={name} />,
      before: new Map(base[kind]).get(id) ?? null,
      after: new Map(wanted[kind]).get(id) ?? null,
      closed,
    }
  }
  const ids = (kind: 'groups' | 'users') => [...new Set([...base[kind], ...wanted[kind]].map(([id]) => id))]
  return [...ids('groups').map((id) => row('groups', id)), ...ids('users').map((id) => row('users', id))]
}

function summary({ holders, hasLists, externalId }: CollectionFacts): string {
  const external = externalId === null ? '' : ` External id ${externalId}.`
  if (!hasLists) return `Who can open it is not told to your account.${external}`
  if (holders === null)
    return `Who can open it is not known whole: the members of its groups are not told.${external}`
  const managers = holders.filter(({ right }) => right === 'manage').length
  return `${counted(holders.length, 'person', 'people')} can open it, ${managers === 0 ? 'nobody' : managers} of them can manage. How many items it holds is not read here.${external}`
}

/** By whom it is felt: how many more or fewer people can open it. */
function saveLabel(
  changes: number,
  before: CollectionFacts['holders'],
  after: ReturnType<typeof holdersOf>,
): string {
  if (before === null || after === null) return `Save ${counted(changes, 'right')}`
  const was = new Set(before.map(({ memberId }) => memberId))
  const is = new Set(after.map(({ memberId }) => memberId))
  const gained = [...is].filter((id) => !was.has(id)).length
  const lost = [...was].filter((id) => !is.has(id)).length
  if (gained > 0 && lost === 0) return `Let ${gained} more ${gained === 1 ? 'person' : 'people'} in`
  if (lost > 0 && gained === 0) return `Take it from ${counted(lost, 'person', 'people')}`
  return `Save ${counted(changes, 'right')}`
}
