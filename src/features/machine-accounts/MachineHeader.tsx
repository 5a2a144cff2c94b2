import { Link } from '@tanstack/react-router'
import { Activity, FileWarning, KeyRound, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { SEEN_DAYS } from '#/data/machine-accounts'
import { agoWords } from '#/domain/time-words'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { copyItems } from '#/ui/copy-items'
import { IconButton } from '#/ui/IconButton'
import { IdText } from '#/ui/IdText'
import { Menu } from '#/ui/Menu'
import { PageHeader } from '#/ui/PageHeader'
import { TabNav, tabClass } from '#/ui/TabNav'
import { counted } from '#/lib/counted'
import { canChangeMachine, closedReason } from './can'
import { useMachinePage } from './machine-context'

interface Props {
  onRename: () => void
  onDelete: () => void
}

export function MachineHeader({ onRename, onDelete }: Props) {
  const { organization, machine } = useMachinePage()
  const closed = closedReason(canChangeMachine(machine))
  return (
    <PageHeader
      title={machine.name ?? 'Name cannot be decrypted'}
      breadcrumbs={
        <Breadcrumbs
          items={[
            {
              key: 'machines',
              link: (
                <Link
                  to="/orgs/$orgId/machine-accounts"
                  params={{ orgId: organization.id }}
                  className={crumbClass}
                >
                  Machine accounts
                </Link>
              ),
            },
          ]}
        />
      }
      facts={
        <>
          <IdText id={machine.id} isShort of="machine account" />
          {machine.name === null && (
            <Chip icon={FileWarning} tone="danger">
              Name cannot be decrypted
            </Chip>
          )}
          <Chip icon={KeyRound}>{reachWords(machine)}</Chip>
          <SeenChip />
        </>
      }
      actions={
        <>
          <Button icon={Pencil} disabledReason={closed} onClick={onRename}>
            Rename
          </Button>
          <Menu
            trigger={<IconButton icon={MoreHorizontal} label="More acts" />}
            items={[
              ...copyItems(machine),
              {
                label: 'Delete machine account',
                icon: Trash2,
                isDanger: true,
                lineBefore: true,
                disabledReason: closed,
                onSelect: onDelete,
              },
            ]}
          />
        </>
      }
      tabs={<Tabs />}
    />
  )
}

function reachWords({ secrets, facts }: ReturnType<typeof useMachinePage>['machine']): string {
  const words = counted(secrets, 'secret')
  return facts?.projects.ok ? `${words} in ${counted(facts.projects.value.length, 'project')}` : words
}

function SeenChip() {
  const { organization, machine, now } = useMachinePage()
  const seen = machine.facts?.lastSeen
  if (!organization.useEvents || seen?.ok === false) return <Chip icon={Activity}>Last seen: not known</Chip>
  if (!seen) return null
  return (
    <Chip icon={Activity}>
      {seen.value === null ? `Not seen in ${SEEN_DAYS} days` : `Seen ${agoWords(now - seen.value)}`}
    </Chip>
  )
}

function Tabs() {
  const { organization, machine } = useMachinePage()
  const params = { orgId: organization.id, machineId: machine.id }
  const { facts } = machine
  return (
    <TabNav label="Machine account">
      <Link
        to="/orgs/$orgId/machine-accounts/$machineId"
        params={params}
        activeOptions={{ exact: true }}
        className={tabClass}
      >
        Overview
      </Link>
      <Link to="/orgs/$orgId/machine-accounts/$machineId/projects" params={params} className={tabClass}>
        Projects
        {facts?.projects.ok && <span className="text-muted">{facts.projects.value.length}</span>}
      </Link>
      <Link to="/orgs/$orgId/machine-accounts/$machineId/people" params={params} className={tabClass}>
        People
      </Link>
      <Link to="/orgs/$orgId/machine-accounts/$machineId/tokens" params={params} className={tabClass}>
        Tokens
        {facts?.tokens.ok && <span className="text-muted">{facts.tokens.value.length}</span>}
      </Link>
      <Link to="/orgs/$orgId/machine-accounts/$machineId/use" params={params} className={tabClass}>
        Use
      </Link>
      <Link to="/orgs/$orgId/machine-accounts/$machineId/activity" params={params} className={tabClass}>
        Activity
      </Link>
    </TabNav>
  )
}
