import { getRouteApi, Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { buttonClass } from '#/ui/button-class'
import { Icon } from '#/ui/Icon'
import { PageHeader } from '#/ui/PageHeader'
import { Counts } from './Counts'
import { Drafts } from './Drafts'
import { FirstSteps } from './FirstSteps'
import { isBeginning } from './first-steps'
import { NeedsYou } from './NeedsYou'
import { Recent } from './Recent'
import { SinceVisit } from './SinceVisit'
import { RunningJobs } from './RunningJobs'
import { useHome } from './use-home'

const route = getRouteApi('/open/orgs/$orgId')

export function HomePage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return (
    <>
      <title>Home · Strongroom</title>
      {organization && <Home key={orgId} organization={organization} />}
    </>
  )
}

function Home({ organization }: { organization: OrganizationView }) {
  const orgId = organization.id
  const home = useHome(orgId)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <PageHeader
        hasLine
        title="Home"
        actions={
          <Link to="/orgs/$orgId/secrets/new" params={{ orgId }} className={buttonClass()}>
            <Icon of={Plus} /> New secret
          </Link>
        }
      />
      <Counts orgId={orgId} home={home} />
      <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-8 p-4">
          {isBeginning(home, organization.role) && <FirstSteps orgId={orgId} home={home} />}
          <NeedsYou orgId={orgId} home={home} />
          {organization.role !== 'machine' && <SinceVisit organization={organization} />}
          <RunningJobs orgId={orgId} />
          <Drafts orgId={orgId} home={home} />
        </div>
        <div className="border-line-strong p-4 max-xl:border-t xl:border-l">
          <Recent orgId={orgId} home={home} />
        </div>
      </div>
    </div>
  )
}
