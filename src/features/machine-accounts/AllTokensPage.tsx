import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { CalendarArrowDown, CalendarClock, KeyRound } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useSettings } from '#/data/settings'
import type { TimeZoneChoice } from '#/domain/time-words'
import { isLive } from '#/domain/token-expiry'
import { downloadText } from '#/lib/download'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import type { Column } from '#/table/columns'
import { Grid } from '#/table/Grid'
import { Breadcrumbs, crumbClass } from '#/ui/Breadcrumbs'
import { Button } from '#/ui/Button'
import { Chip } from '#/ui/Chip'
import { EmptyState } from '#/ui/EmptyState'
import { PageHeader } from '#/ui/PageHeader'
import { StatusLine } from '#/ui/StatusLine'
import { Tooltip } from '#/ui/Tooltip'
import { allTokens, tokenCalendar, type OwnedToken } from './all-tokens'
import { ExpiryText } from './ExpiryText'
import { MachineBanners } from './MachineBanners'
import { MachineListEmpty } from './MachineListEmpty'
import { shownName, shownToken } from './machine-row'
import { TokenState } from './TokenState'
import { useMachines, type MachineList } from './use-machines'

const route = getRouteApi('/open/orgs/$orgId/machine-accounts/tokens')

/** All tokens of an organization by their end. */
export function AllTokensPage() {
  const { orgId } = route.useParams()
  const organization = useOpenSession()?.organizations.find((o) => o.id === orgId)
  return organization ? <AllTokensOf organization={organization} /> : null
}

function AllTokensOf({ organization }: { organization: OrganizationView }) {
  const list = useMachines(organization)
  const { now } = list
  const tokens = useMemo(() => (list.rows ? allTokens(list.rows, now) : []), [list.rows, now])
  const ending = tokens.filter(({ token }) => token.expiresAt !== null && isLive(token.expiresAt, now)).length
  const calendar = () =>
    downloadText(tokenCalendar(tokens, now, location.host), 'access-tokens.ics', 'text/calendar')
  return (
    <>
      <title>Access tokens · Strongroom</title>
      <PageHeader
        title="Access tokens"
        count={list.rows ? tokens.length.toLocaleString('en-GB') : undefined}
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
        facts={<Chip icon={CalendarClock}>{ending.toLocaleString('en-GB')} will expire</Chip>}
        actions={
          <Tooltip text="A calendar file with a reminder 7 days before each end. It holds names of tokens and machine accounts in plaintext.">
            <Button
              icon={CalendarArrowDown}
              disabledReason={
                (list.progress !== null && 'The tokens are still being read.') ||
                (ending === 0 && 'No token that was read will expire.')
              }
              onClick={calendar}
            >
              Export {ending} {ending === 1 ? 'expiry' : 'expiries'} as calendar
            </Button>
          </Tooltip>
        }
        hasLine
      />
      <MachineBanners list={list} hasLog />
      <TokensGrid organization={organization} list={list} tokens={tokens} />
      <StatusLine end={<span>Names stand in the calendar file in plaintext</span>}>
        <span>
          <strong className="font-medium text-text">{tokens.length.toLocaleString('en-GB')} tokens</strong>,{' '}
          {tokens.filter(({ token }) => isLive(token.expiresAt, now)).length.toLocaleString('en-GB')} live
        </span>
        {list.progress && (
          <span role="status">
            {list.progress.read} of {list.progress.of} machine accounts read
          </span>
        )}
        <Untold list={list} />
      </StatusLine>
    </>
  )
}

/** Accounts whose tokens the server did not tell: the list is then not whole. */
function Untold({ list }: { list: MachineList }) {
  const count = list.rows?.filter(({ facts }) => facts?.tokens.ok === false).length ?? 0
  return count === 0 ? null : (
    <span className="text-warning">
      Without those of {count} machine {count === 1 ? 'account' : 'accounts'} that could not be read
    </span>
  )
}

interface GridProps {
  organization: OrganizationView
  list: MachineList
  tokens: readonly OwnedToken[]
}

function TokensGrid({ organization, list, tokens }: GridProps) {
  const { density, singleKeys, timeZone } = useSettings()
  const navigate = useNavigate()
  const grid = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState(0)
  const columns = useColumns(tokens, list.now)
  const open = (row: number) => {
    const machineId = tokens[row]?.machine.id
    if (machineId)
      void navigate({
        to: '/orgs/$orgId/machine-accounts/$machineId/tokens',
        params: { orgId: organization.id, machineId },
      })
  }
  const nothing = () => undefined
  return (
    <Grid
      ref={grid}
      label="Access tokens"
      columns={columns}
      rowCount={tokens.length}
      rowKey={(row) => tokens[row]?.token.id ?? ''}
      sort={{ id: 'expires', direction: 'asc' }}
      onSort={nothing}
      cursor={Math.min(cursor, Math.max(0, tokens.length - 1))}
      onCursor={setCursor}
      onOpen={open}
      hasSingleKeys={singleKeys}
      isCompact={density === 'compact'}
      isBusy={!list.rows && list.isFetching}
      narrowRow={(row) => narrowToken(tokens[row], list.now, timeZone)}
      whenEmpty={
        list.rows && list.rows.length > 0 ? (
          <EmptyState
            icon={KeyRound}
            title={list.progress ? 'Reading tokens' : 'No access token was found'}
            text={
              list.progress
                ? 'They are read machine account by machine account.'
                : 'No machine account that you can read has one.'
            }
          />
        ) : (
          <MachineListEmpty
            list={list}
            organization={organization}
            onCreate={() =>
              void navigate({ to: '/orgs/$orgId/machine-accounts', params: { orgId: organization.id } })
            }
            onClear={nothing}
          />
        )
      }
    />
  )
}

function narrowToken(owned: OwnedToken | undefined, now: number, timeZone: TimeZoneChoice) {
  if (!owned) return null
  const { token, machine } = owned
  return (
    <span className="flex min-w-0 flex-col">
      <span className="flex min-w-0 items-center gap-2">
        <bdi className="min-w-0 truncate font-medium">{shownToken(token)}</bdi>
        <TokenState expiresAt={token.expiresAt} now={now} />
      </span>
      <span className="truncate text-meta text-muted">
        <ExpiryText expiresAt={token.expiresAt} now={now} timeZone={timeZone} />, of{' '}
        <bdi>{shownName(machine)}</bdi>
      </span>
    </span>
  )
}

function useColumns(tokens: readonly OwnedToken[], now: number): Column[] {
  const { timeZone } = useSettings()
  return useMemo(() => {
    const cell = (draw: (owned: OwnedToken) => React.ReactNode) => (row: number) => {
      const owned = tokens[row]
      return owned && draw(owned)
    }
    return [
      {
        id: 'name',
        header: 'Token',
        width: 'rest',
        minWidth: 240,
        cell: cell(({ token, machine }) => (
          <span className="flex min-w-0 items-baseline gap-2">
            <bdi className="max-w-3/5 shrink-0 truncate font-medium">{shownToken(token)}</bdi>
            <span className="min-w-0 truncate text-meta text-muted">
              of <bdi>{shownName(machine)}</bdi>
            </span>
          </span>
        )),
      },
      {
        id: 'state',
        header: 'State',
        width: 148,
        leaves: 1,
        cell: cell(({ token }) => <TokenState expiresAt={token.expiresAt} now={now} />),
      },
      {
        id: 'expires',
        header: 'Expires',
        width: 200,
        cell: cell(({ token }) => <ExpiryText expiresAt={token.expiresAt} now={now} timeZone={timeZone} />),
      },
    ]
  }, [tokens, now, timeZone])
}
