import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { machineNamesQuery } from '#/data/people'
import { linkClass } from '#/ui/link-class'
import { GrantEditor } from './GrantEditor'

const route = getRouteApi('/open/orgs/$orgId/machine-accounts/$machineId')

interface Props {
  kind: 'machine' | 'granted'
  tab: 'people' | 'projects'
  title: string
}

/** Grants of one machine account, in the frame of its page. */
function MachineGrants({ kind, tab, title }: Props) {
  const { orgId, machineId } = route.useParams()
  const { data } = useQuery(machineNamesQuery(orgId))
  const name = data?.find(({ id }) => id === machineId)?.name
  return (
    <>
      <title>{`${title} ${machineId.slice(0, 8)} · Strongroom`}</title>
      <GrantEditor
        key={`${machineId} ${kind}`}
        orgId={orgId}
        target={{ kind, id: machineId }}
        place={`/orgs/${orgId}/machine-accounts/${machineId}/${tab}`}
        name={name?.ok ? name.text : `Machine account ${machineId.slice(0, 8)}`}
        wayBack={
          <Link
            to="/orgs/$orgId/machine-accounts/$machineId"
            params={{ orgId, machineId }}
            className={linkClass}
          >
            Back to its overview
          </Link>
        }
      />
    </>
  )
}

/** People and groups who may use the machine account: make tokens, change what it reads, delete it. */
export function MachinePeopleTab() {
  return <MachineGrants kind="machine" tab="people" title="People of machine account" />
}

/** Projects that the machine account reads or writes. */
export function MachineProjectsTab() {
  return <MachineGrants kind="granted" tab="projects" title="Projects of machine account" />
}
