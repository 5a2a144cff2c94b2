import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { KeyRound, Trash2 } from 'lucide-react'
import { useServerNow } from '#/data/server-now'
import { useSettings } from '#/data/settings'
import { trashQuery } from '#/data/trash'
import { mayUseTrash } from '#/domain/rights'
import { absoluteTime } from '#/domain/time-words'
import { daysLeftWords, trashDaysLeft } from '#/domain/trash'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { linkClass } from '#/ui/link-class'
import { NotHere } from '#/ui/NotHere'

const route = getRouteApi('/open/orgs/$orgId')

interface Props {
  id: string
  onRefresh: () => void
  isBusy: boolean
}

/** An id that the list does not hold: what is known, and nothing guessed. */
export function UnknownSecretPage(props: Props) {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <Unknown {...props} organization={organization} /> : null
}

const UNKNOWN =
  'It was deleted, it is in the trash, or you are not permitted to read it: the server does not tell which. Owners and admins can look into the trash.'

function Unknown({ id, onRefresh, isBusy, organization }: Props & { organization: OrganizationView }) {
  const orgId = organization.id
  const others = useOpenSession()?.organizations.filter((o) => o.id !== orgId) ?? []
  const isKeeper = mayUseTrash(organization) === true
  const trash = useQuery({ ...trashQuery(orgId), enabled: isKeeper })
  const trashed = trash.data?.find((row) => row.id === id)
  const links = (
    <>
      {isKeeper && (
        <Link to="/orgs/$orgId/trash" params={{ orgId }} className={linkClass}>
          Open the trash
        </Link>
      )}
      <Link to="/orgs/$orgId/secrets" params={{ orgId }} className={linkClass}>
        All secrets
      </Link>
    </>
  )
  const shared = { isBusy, links, onRefresh }
  const title = <title>{`Secret ${id.slice(0, 8)} · Strongroom`}</title>
  if (trashed) {
    return (
      <NotHere
        {...shared}
        icon={Trash2}
        title={`Secret ${id.slice(0, 8)} is in the trash`}
        text={<TrashedWords deleted={trashed.deleted} />}
      >
        {title}
        {trashed.name.ok && <p className="font-mono font-medium wrap-anywhere">{trashed.name.text}</p>}
      </NotHere>
    )
  }
  return (
    <NotHere
      {...shared}
      icon={KeyRound}
      title={`Secret ${id.slice(0, 8)} is not here`}
      text={
        trash.data
          ? `It is neither among the secrets of ${organization.name} nor in the trash: it was deleted for good, or never was here.`
          : trash.error
            ? `It is not among the secrets of ${organization.name}. Whether it is in the trash is not known: ${trash.error.message}`
            : UNKNOWN
      }
    >
      {title}
      {others.length > 0 && (
        <p className="text-muted">
          It may belong to another of your organizations:{' '}
          {others.map((other, i) => (
            <span key={other.id}>
              {i > 0 && ', '}
              <Link
                to="/orgs/$orgId/secrets/$secretId"
                params={{ orgId: other.id, secretId: id }}
                className={linkClass}
              >
                look in {other.name}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
    </NotHere>
  )
}

function TrashedWords({ deleted }: { deleted: number }) {
  const { timeZone } = useSettings()
  const left = daysLeftWords(trashDaysLeft(deleted, useServerNow()))
  return (
    <>
      It was deleted on {absoluteTime(deleted, timeZone)} and goes for good{' '}
      {left === 'Tonight' ? 'tonight' : `in ${left}`}. Until then it can be restored; meanwhile nobody reads
      its value or its versions, and machines get “not found”.
    </>
  )
}
