import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import {
  shownActor,
  shownObject,
  type EventNames,
  type NamedKind,
  type ShownName,
} from '#/domain/events/names'
import type { EventRow } from '#/domain/events/row'
import { eventSentence, type SentencePart } from '#/domain/events/sentence'
import { cx } from '#/ui/cx'
import { linkClass } from '#/ui/link-class'

interface Props {
  row: EventRow
  names: EventNames
  /** Where given, names lead to the pages of what exists. In a grid they do not: a row is one thing to press. */
  linksIn?: string
}

/** What happened, with names as text: whatever is in one, it stays inside its own element. */
export function Sentence({ row, names, linksIn }: Props) {
  return eventSentence(row).map((part, i) => (
    // The pieces of a row never change places.
    // oxlint-disable-next-line react/no-array-index-key
    <Piece key={i} part={part} names={names} linksIn={linksIn} />
  ))
}

interface PieceProps {
  part: SentencePart
  names: EventNames
  linksIn: string | undefined
}

function Piece({ part, names, linksIn }: PieceProps) {
  if (part.kind === 'text') return part.text
  const shown = part.kind === 'actor' ? shownActor(part.actor, names) : shownObject(part.of, part.id, names)
  const isMono = part.kind === 'object' && part.of === 'secret'
  return <Name {...{ shown, linksIn, isMono }} isCut={part.kind === 'actor' && linksIn === undefined} />
}

/** A name, or what stands for one; not a link where nothing exists to lead to. */
function Name({
  shown,
  linksIn,
  isMono,
  isCut,
}: {
  shown: ShownName
  linksIn?: string | undefined
  isMono: boolean
  /** Gives way in a row, where what was done must be left to read. */
  isCut: boolean
}) {
  const look = shown.isName
    ? cx('font-medium', isMono && 'font-mono text-mono')
    : 'font-mono text-meta text-muted'
  const text = (
    <bdi className={cx(look, isCut && 'inline-block max-w-64 truncate align-bottom')}>{shown.text}</bdi>
  )
  if (!linksIn || !shown.to) return text
  return (
    <ObjectLink orgId={linksIn} of={shown.to.kind} id={shown.to.id}>
      {text}
    </ObjectLink>
  )
}

interface ObjectLinkProps {
  orgId: string
  of: NamedKind
  id: string
  children: ReactNode
}

/** To the page of what exists; vault items, Sends and providers have none here. */
export function ObjectLink({ orgId, of, id, children }: ObjectLinkProps) {
  if (of === 'secret')
    return (
      <Link to="/orgs/$orgId/secrets/$secretId" params={{ orgId, secretId: id }} className={linkClass}>
        {children}
      </Link>
    )
  if (of === 'project')
    return (
      <Link to="/orgs/$orgId/projects/$projectId" params={{ orgId, projectId: id }} className={linkClass}>
        {children}
      </Link>
    )
  if (of === 'machine')
    return (
      <Link
        to="/orgs/$orgId/machine-accounts/$machineId"
        params={{ orgId, machineId: id }}
        className={linkClass}
      >
        {children}
      </Link>
    )
  if (of === 'member')
    return (
      <Link to="/orgs/$orgId/members/$memberId" params={{ orgId, memberId: id }} className={linkClass}>
        {children}
      </Link>
    )
  if (of === 'group')
    return (
      <Link to="/orgs/$orgId/groups" params={{ orgId }} search={{ group: id }} className={linkClass}>
        {children}
      </Link>
    )
  if (of === 'collection')
    return (
      <Link
        to="/orgs/$orgId/collections"
        params={{ orgId }}
        search={{ collection: id }}
        className={linkClass}
      >
        {children}
      </Link>
    )
  if (of === 'policy')
    return (
      <Link
        to="/orgs/$orgId/policies"
        params={{ orgId }}
        search={{ policy: Number(id) }}
        className={linkClass}
      >
        {children}
      </Link>
    )
  return children
}
