import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  Activity,
  Bot,
  Building2,
  Folder,
  Grid3x3,
  House,
  KeyRound,
  Library,
  LockKeyhole,
  Scroll,
  Settings,
  ShieldCheck,
  Trash2,
  Users,
  UsersRound,
  X,
} from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { organizationCountsQuery } from '#/data/counts'
import {
  mayListGroups,
  mayListMembers,
  mayManagePolicies,
  mayOpen,
  mayReadEvents,
  mayUseSecretsManager,
  mayUseTrash,
} from '#/domain/rights'
import type { Verdict } from '#/domain/verdict'
import type { OrganizationView } from '#/session/protocol'
import { cx } from '#/ui/cx'
import { Icon, type IconType } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Tooltip } from '#/ui/Tooltip'
import { useFocusLoop } from '#/ui/use-focus-loop'
import { CLOSED_TO_MACHINES } from './machine-pages'

interface Props {
  organization: OrganizationView
  isOpen: boolean
  onClose: () => void
}

/** 224 px; icons alone below 1024 px; a drawer below 640 px. */
export function Rail({ organization, isOpen, onClose }: Props) {
  const verdict = mayUseSecretsManager(organization)
  const isMachine = organization.role === 'machine'
  const counts = useQuery({
    ...organizationCountsQuery(organization.id),
    enabled: verdict === true && !isMachine,
  })
  const drawer = useRef<HTMLElement>(null)
  useFocusLoop(drawer, isOpen)
  useEscape(isOpen, onClose)
  const closedReason = verdict === true ? null : verdict.no
  const shared = { orgId: organization.id, onNavigate: onClose }
  return (
    <>
      {isOpen && <div aria-hidden onClick={onClose} className="fixed inset-0 z-20 bg-scrim sm:hidden" />}
      <nav
        ref={drawer}
        aria-label="Sections"
        className={cx(
          'flex w-56 shrink-0 flex-col border-r border-line-strong bg-chrome p-2 max-lg:w-12',
          'max-sm:fixed max-sm:inset-y-0 max-sm:left-0 max-sm:z-30 max-sm:w-64',
          !isOpen && 'max-sm:hidden',
        )}
      >
        <DrawerHead name={organization.name} onClose={onClose} />
        <Heading isFirst>Secrets</Heading>
        <RailLink
          {...shared}
          to="/orgs/$orgId"
          icon={House}
          label="Home"
          isExact
          closedReason={isMachine ? CLOSED_TO_MACHINES : closedReason}
        />
        <RailLink
          {...shared}
          to="/orgs/$orgId/secrets"
          icon={KeyRound}
          label="Secrets"
          count={counts.data?.secrets}
          closedReason={closedReason}
        />
        <RailLink
          {...shared}
          to="/orgs/$orgId/projects"
          icon={Folder}
          label="Projects"
          count={counts.data?.projects}
          closedReason={closedReason}
        />
        <RailLink
          {...shared}
          to="/orgs/$orgId/machine-accounts"
          icon={Bot}
          label="Machine accounts"
          count={counts.data?.machines}
          closedReason={isMachine ? CLOSED_TO_MACHINES : closedReason}
        />
        <RailLink
          {...shared}
          to="/orgs/$orgId/trash"
          icon={Trash2}
          label="Trash"
          closedReason={closedReason ?? trashReason(organization)}
        />
        <Heading>Access</Heading>
        <RailLink
          {...shared}
          to="/orgs/$orgId/access"
          icon={Grid3x3}
          label="Explorer"
          closedReason={isMachine ? CLOSED_TO_MACHINES : closedReason}
        />
        <People organization={organization} onNavigate={onClose} />
        <Audit organization={organization} onNavigate={onClose} />
        <div className="flex-1" />
        <Below organization={organization} onNavigate={onClose} />
      </nav>
    </>
  )
}

function useEscape(isOpen: boolean, onClose: () => void) {
  useEffect(() => {
    if (!isOpen) return
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [isOpen, onClose])
}

function DrawerHead({ name, onClose }: { name: string; onClose: () => void }) {
  return (
    <div className="flex items-center justify-between pl-2 sm:hidden">
      <span className="font-semibold">{name}</span>
      <IconButton icon={X} label="Close the menu" onClick={onClose} />
    </div>
  )
}

function trashReason(organization: OrganizationView): string | null {
  const verdict = mayUseTrash(organization)
  return verdict === true ? null : verdict.no
}

interface BelowProps {
  organization: OrganizationView
  onNavigate: () => void
}

const CLOSED_TO_KEY =
  'The API key of an organization reads what the Public API tells, and nothing else. Sign in as yourself to use this page.'

/** What concerns the organization as a whole, and this browser. */
function Below({ organization, onNavigate }: BelowProps) {
  const shared = { orgId: organization.id, onNavigate }
  return (
    <>
      <RailLink
        {...shared}
        to="/orgs/$orgId/organization"
        icon={Building2}
        label="Organization"
        closedReason={
          organization.role === 'machine'
            ? CLOSED_TO_MACHINES
            : organization.role === 'audit'
              ? CLOSED_TO_KEY
              : null
        }
      />
      <RailLink {...shared} to="/orgs/$orgId/settings" icon={Settings} label="Settings" closedReason={null} />
    </>
  )
}

/** Open to whoever may read the log, with Secrets Manager or without. */
function Audit({ organization, onNavigate }: { organization: OrganizationView; onNavigate: () => void }) {
  const isMachine = organization.role === 'machine'
  const shared = { orgId: organization.id, onNavigate }
  return (
    <>
      <Heading>Audit</Heading>
      {organization.role === 'audit' && (
        <RailLink
          {...shared}
          to="/orgs/$orgId/audit"
          icon={ShieldCheck}
          label="Audit view"
          closedReason={null}
        />
      )}
      <RailLink
        {...shared}
        to="/orgs/$orgId/events"
        icon={Activity}
        label="Events"
        isExact
        closedReason={isMachine ? CLOSED_TO_MACHINES : eventsReason(organization)}
      />
      <RailLink
        {...shared}
        to="/orgs/$orgId/events/coverage"
        icon={ShieldCheck}
        label="Coverage"
        closedReason={organization.role === 'audit' ? CLOSED_TO_KEY : null}
      />
    </>
  )
}

function eventsReason(organization: OrganizationView): string | null {
  const verdict = mayReadEvents(organization)
  return verdict === true ? null : verdict.no
}

function Heading({ isFirst, children }: { isFirst?: boolean; children: ReactNode }) {
  return (
    <h2 className={cx('px-2 pb-1 font-normal text-muted max-lg:sm:sr-only', isFirst ? 'pt-1' : 'pt-3')}>
      {children}
    </h2>
  )
}

/** Pages about people and what they may, which need no Secrets Manager. */
function People({ organization, onNavigate }: { organization: OrganizationView; onNavigate: () => void }) {
  const shared = { orgId: organization.id, onNavigate }
  const reason = (verdict: Verdict) =>
    organization.role === 'machine' ? CLOSED_TO_MACHINES : verdict === true ? null : verdict.no
  return (
    <>
      <RailLink
        {...shared}
        to="/orgs/$orgId/members"
        icon={Users}
        label="Members"
        closedReason={reason(mayListMembers(organization))}
      />
      <RailLink
        {...shared}
        to="/orgs/$orgId/groups"
        icon={UsersRound}
        label="Groups"
        closedReason={reason(mayListGroups(organization))}
      />
      <RailLink
        {...shared}
        to="/orgs/$orgId/collections"
        icon={Library}
        label="Collections"
        closedReason={reason(mayOpen(organization))}
      />
      <RailLink
        {...shared}
        to="/orgs/$orgId/policies"
        icon={Scroll}
        label="Policies"
        closedReason={reason(mayManagePolicies(organization))}
      />
    </>
  )
}

interface RailLinkProps {
  orgId: string
  to:
    | '/orgs/$orgId'
    | '/orgs/$orgId/secrets'
    | '/orgs/$orgId/projects'
    | '/orgs/$orgId/machine-accounts'
    | '/orgs/$orgId/trash'
    | '/orgs/$orgId/access'
    | '/orgs/$orgId/groups'
    | '/orgs/$orgId/collections'
    | '/orgs/$orgId/policies'
    | '/orgs/$orgId/audit'
    | '/orgs/$orgId/events'
    | '/orgs/$orgId/organization'
    | '/orgs/$orgId/members'
    | '/orgs/$orgId/events/coverage'
    | '/orgs/$orgId/settings'
  icon: IconType
  label: string
  count?: number | undefined
  /** Its address is the beginning of all others. */
  isExact?: boolean
  /** Why this account may not use it; it stays in its place and says so. */
  closedReason: string | null
  onNavigate: () => void
}

const row =
  'flex h-7 items-center gap-2 rounded-control px-2 focus-inside max-lg:sm:h-8 max-lg:sm:justify-center max-sm:h-11 mb-0.5'

function RailLink({ orgId, to, icon, label, count, isExact, closedReason, onNavigate }: RailLinkProps) {
  const word = <span className="min-w-0 flex-1 truncate max-lg:sm:sr-only">{label}</span>
  if (closedReason) {
    return (
      <Tooltip text={closedReason}>
        <button type="button" aria-disabled className={cx(row, 'cursor-not-allowed text-left text-disabled')}>
          <Icon of={icon} />
          {word}
          <Icon of={LockKeyhole} size={14} className="max-lg:sm:hidden" />
        </button>
      </Tooltip>
    )
  }
  return (
    <Link
      to={to}
      params={{ orgId }}
      activeOptions={{ exact: isExact ?? false, includeSearch: false }}
      title={label}
      onClick={onNavigate}
      className={cx(row, 'hover:bg-hover aria-[current=page]:bg-pressed aria-[current=page]:font-medium')}
    >
      <Icon of={icon} className="text-muted" />
      {word}
      {count !== undefined && (
        <span className="text-muted tabular-nums max-lg:sm:hidden">{count.toLocaleString('en-GB')}</span>
      )}
    </Link>
  )
}
