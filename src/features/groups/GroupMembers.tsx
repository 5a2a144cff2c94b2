import { Undo2, UserPlus, X } from 'lucide-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { compareNames } from '#/domain/sort'
import { amount } from '#/lib/amount'
import type { OrganizationView } from '#/session/protocol'
import type { RosterMember } from '#/session/organization-types'
import { Avatar } from '#/ui/Avatar'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { cx } from '#/ui/cx'
import { IconButton } from '#/ui/IconButton'
import { SearchField } from '#/ui/SearchField'
import { Truncate } from '#/ui/Truncate'
import { useAnnounced } from '#/ui/use-announced'
import { personName } from '#/session/person-name'
import type { GroupEdit } from './group-edit'
import { Section } from './Section'
import { type GroupsData } from './use-groups'

interface Props {
  organization: OrganizationView
  data: GroupsData
  edit: GroupEdit
  memberError: Error | null
  isKnown: boolean
  closed: string | false
  isBusy: boolean
  onAdd: () => void
  onRemove: (id: string) => void
  onKeep: (id: string) => void
}

const ROW = 36
const SEARCHED_FROM = 12
const HEIGHT = 324

const roles: Record<RosterMember['role'], string> = {
  owner: 'Owner',
  admin: 'Admin',
  user: 'User',
  custom: 'Custom',
}

/** Everybody in the group, thousands too, with search; who leaves is struck until it is saved. */
export function GroupMembers(props: Props) {
  const { organization, data, edit, closed, isBusy, isKnown } = props
  const [text, setText] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const { was, is, all } = useEverybody(data, edit)
  const wanted = text.trim().toLowerCase()
  const shown = useMemo(
    () => all.filter(({ name, person }) => `${name}\n${person?.email ?? ''}`.toLowerCase().includes(wanted)),
    [all, wanted],
  )
  useAnnounced(wanted === '' ? null : `${amount(shown.length)} of ${amount(all.length)} match`)
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  })
  return (
    <Section
      title="Members"
      count={isKnown ? amount(is.size) : '?'}
      act={
        <Button
          size={28}
          icon={UserPlus}
          disabledReason={closed || (!isKnown && 'Who is in it is not known to you.')}
          onClick={props.onAdd}
        >
          Add
        </Button>
      }
    >
      {props.memberError ? (
        <Callout tone="danger" className="mt-2">
          Members could not be read: {props.memberError.message}
        </Callout>
      ) : !isKnown ? (
        <p className="py-2 text-muted">
          Who is in it is told only to owners, admins and those who manage users.
        </p>
      ) : all.length === 0 ? (
        <p className="py-2 text-muted">Nobody. Its rights wait for a first member.</p>
      ) : null}
      {all.length >= SEARCHED_FROM && (
        <SearchField
          className="mt-2"
          label={`Search ${amount(all.length)} members`}
          value={text}
          onChange={setText}
        />
      )}
      <div
        ref={scroller}
        className="overflow-y-auto"
        style={{ height: Math.min(HEIGHT, shown.length * ROW) }}
      >
        <ul aria-label="Members of the group" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = shown[index]
            if (!row) return null
            return (
              <MemberRow
                key={row.id}
                {...row}
                top={start}
                isMe={row.id === organization.memberId}
                isNew={!was.has(row.id)}
                isGone={!is.has(row.id)}
                closed={closed || (isBusy && 'The changes are being saved.')}
                onRemove={() => props.onRemove(row.id)}
                onKeep={() => props.onKeep(row.id)}
              />
            )
          })}
        </ul>
      </div>
      {wanted !== '' && (
        <p className="py-1 text-meta text-muted">
          {amount(shown.length)} of {amount(all.length)} match
        </p>
      )}
    </Section>
  )
}

/** Who joins first, then by name. The list draws itself at every scroll, so this is kept. */
function useEverybody(data: GroupsData, { base, wanted }: GroupEdit) {
  const was = useMemo(() => new Set(base.members), [base.members])
  const is = useMemo(() => new Set(wanted.members), [wanted.members])
  const all = useMemo(
    () =>
      [...new Set([...was, ...is])]
        .map((id) => ({
          id,
          person: data.people.get(id),
          name: personName(data.people.get(id), id),
        }))
        .toSorted((a, b) => Number(was.has(a.id)) - Number(was.has(b.id)) || compareNames(a.name, b.name)),
    [was, is, data.people],
  )
  return { was, is, all }
}

interface RowProps {
  person: RosterMember | undefined
  name: string
  top: number
  isMe: boolean
  isNew: boolean
  isGone: boolean
  closed: string | false
  onRemove: () => void
  onKeep: () => void
}

function MemberRow({ person, name, top, isMe, isNew, isGone, closed, onRemove, onKeep }: RowProps) {
  return (
    <li
      className={cx(
        'absolute inset-x-0 flex items-center gap-2 border-b border-line pr-0.5',
        (isNew || isGone) && 'bg-accent-softer pl-2 [box-shadow:inset_2px_0_0_var(--accent-text)]',
      )}
      style={{ transform: `translateY(${top}px)`, height: ROW }}
    >
      <Avatar name={name} tone={isMe ? 'strong' : 'quiet'} />
      <span className={cx('min-w-0 flex-1', isGone && 'text-muted line-through')}>
        <Truncate>{name}</Truncate>
      </span>
      <span className="shrink-0 text-meta text-muted">
        {isNew ? 'New' : isGone ? 'Leaves' : memberWord(person)}
      </span>
      <IconButton
        size={28}
        icon={isGone ? Undo2 : X}
        label={isGone ? `Keep ${name}` : `Remove ${name}`}
        disabledReason={closed}
        onClick={isGone ? onKeep : onRemove}
      />
    </li>
  )
}

const states: Record<number, string> = { [-1]: 'Revoked', 0: 'Invited', 1: 'To confirm' }

/** The state where it is not the usual one, else the role. */
const memberWord = (person: RosterMember | undefined): string =>
  person ? (states[person.status] ?? roles[person.role]) : 'Not known'
