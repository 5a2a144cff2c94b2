import { Link } from '@tanstack/react-router'
import { buttonClass } from '#/ui/button-class'

const EDIT = /^\/orgs\/([^/]+)\/secrets\/([^/?#]+)\/edit$/
const NEW = /^\/orgs\/([^/]+)\/secrets\/new\?draft=([^&#]+)$/
const DIALOG =
  /^\/orgs\/([^/]+)\/(projects|machine-accounts|groups|collections|policies)(?:\/([^/?#]+))?#\w+$/

const KEY = /^\/orgs\/([^/]+)\/organization\/key$/

/** Leads to the page that opens the draft by itself. Places that no page has any more get no link. */
export function OpenDraft({ place, what }: { place: string; what: string }) {
  const words = (
    <>
      Open draft
      <span className="sr-only">of {what}</span>
    </>
  )
  const look = buttonClass()
  const [, editIn = '', secretId] = EDIT.exec(place) ?? []
  if (secretId)
    return (
      <Link to="/orgs/$orgId/secrets/$secretId/edit" params={{ orgId: editIn, secretId }} className={look}>
        {words}
      </Link>
    )
  const [, newIn = '', draft] = NEW.exec(place) ?? []
  if (draft)
    return (
      <Link to="/orgs/$orgId/secrets/new" params={{ orgId: newIn }} search={{ draft }} className={look}>
        {words}
      </Link>
    )
  const [, keyOf] = KEY.exec(place) ?? []
  if (keyOf)
    return (
      <Link to="/orgs/$orgId/organization/key" params={{ orgId: keyOf }} className={look}>
        {words}
      </Link>
    )
  const [, orgId = '', noun, id] = DIALOG.exec(place) ?? []
  if (noun === 'projects' && id)
    return (
      <Link to="/orgs/$orgId/projects/$projectId" params={{ orgId, projectId: id }} className={look}>
        {words}
      </Link>
    )
  if (noun === 'machine-accounts' && id)
    return (
      <Link to="/orgs/$orgId/machine-accounts/$machineId" params={{ orgId, machineId: id }} className={look}>
        {words}
      </Link>
    )
  if (!noun) return null
  if (noun === 'groups')
    return (
      <Link to="/orgs/$orgId/groups" params={{ orgId }} search={{ group: id }} className={look}>
        {words}
      </Link>
    )
  if (noun === 'collections')
    return (
      <Link to="/orgs/$orgId/collections" params={{ orgId }} search={{ collection: id }} className={look}>
        {words}
      </Link>
    )
  if (noun === 'policies')
    return (
      <Link to="/orgs/$orgId/policies" params={{ orgId }} search={{ policy: Number(id) }} className={look}>
        {words}
      </Link>
    )
  return (
    <Link
      to={noun === 'projects' ? '/orgs/$orgId/projects' : '/orgs/$orgId/machine-accounts'}
      params={{ orgId }}
      className={look}
    >
      {words}
    </Link>
  )
}
