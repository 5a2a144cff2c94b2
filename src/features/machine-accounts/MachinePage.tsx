import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Bot } from 'lucide-react'
import { useMemo, useState } from 'react'
import { errorReport } from '#/api/error-report'
import { howItEnded } from '#/api/failure'
import { machineListQuery, machineQuery } from '#/data/machine-accounts'
import { useServerNow } from '#/data/server-now'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { NotHere } from '#/ui/NotHere'
import { Skeleton } from '#/ui/Skeleton'
import { showToast } from '#/ui/toast-store'
import { DeleteMachineDialog } from './DeleteMachineDialog'
import { MachineContext } from './machine-context'
import { RenameMachineDialog } from './MachineDialogs'
import { MachineHeader } from './MachineHeader'
import { machineRows } from './machine-row'
import { useMayWrite } from './use-machines'

const route = getRouteApi('/open/orgs/$orgId/machine-accounts/$machineId')

/** Header and tabs of one machine account. */
export function MachinePage() {
  const { orgId, machineId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <MachineOf key={machineId} organization={organization} id={machineId} /> : null
}

function MachineOf({ organization, id }: { organization: OrganizationView; id: string }) {
  const orgId = organization.id
  const navigate = useNavigate()
  const now = useServerNow()
  const list = useQuery(machineListQuery(orgId))
  const canWrite = useMayWrite(organization)
  const listed = list.data?.find((entry) => entry.id === id)
  const facts = useQuery({ ...machineQuery(orgId, id, now), enabled: listed !== undefined })
  const [asked, setAsked] = useState<'rename' | 'delete' | null>(null)
  const known = facts.data
  const context = useMemo(() => {
    const [machine] = listed
      ? machineRows([listed], known ? new Map([[id, known]]) : new Map(), canWrite, now)
      : []
    return machine ? { organization, machine, facts, now } : null
  }, [organization, listed, known, facts, canWrite, now, id])
  const title = <title>{`Machine account ${id.slice(0, 8)} · Strongroom`}</title>
  if (!list.data) {
    if (!list.error) return <HeaderSkeleton />
    return (
      <>
        {title}
        <ErrorPanel
          level={1}
          title="The machine account could not be shown"
          text={list.error.message}
          request={[`GET /api/organizations/${orgId.slice(0, 8)}…/service-accounts`, howItEnded(list.error)]}
          details={errorReport(list.error)}
          actions={
            <Link to="/orgs/$orgId/machine-accounts" params={{ orgId }} className={linkClass}>
              All machine accounts
            </Link>
          }
          onRetry={() => void list.refetch()}
          retryBusy={list.isFetching}
        />
      </>
    )
  }
  if (!context) {
    return (
      <NotHere
        icon={Bot}
        title={`Machine account ${id.slice(0, 8)} is not here`}
        text="It was deleted, or you are not permitted to read it: the server does not tell which."
        isBusy={list.isFetching}
        onRefresh={() => void list.refetch()}
        links={
          <Link to="/orgs/$orgId/machine-accounts" params={{ orgId }} className={linkClass}>
            All machine accounts
          </Link>
        }
      >
        {title}
      </NotHere>
    )
  }
  const names = list.data.map(({ name }) => (name.ok ? name.text : null))
  return (
    <MachineContext value={context}>
      {title}
      <MachineHeader onRename={() => setAsked('rename')} onDelete={() => setAsked('delete')} />
      <Outlet />
      {asked === 'rename' && (
        <RenameMachineDialog
          orgId={orgId}
          machine={context.machine}
          others={names}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'delete' && (
        <DeleteMachineDialog
          organization={organization}
          machine={context.machine}
          onClose={() => setAsked(null)}
          onDeleted={() => {
            showToast('The machine account is deleted, its tokens with it.')
            void navigate({ to: '/orgs/$orgId/machine-accounts', params: { orgId } })
          }}
        />
      )}
    </MachineContext>
  )
}

function HeaderSkeleton() {
  return (
    <div role="status" aria-label="Loading the machine account" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-3 w-16" />
      <Skeleton className="h-6 w-64" />
    </div>
  )
}
