import { Link } from '@tanstack/react-router'
import { Clock, ClockAlert, Copy, FileWarning, FolderX, MailQuestion, UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { Callout } from '#/ui/Callout'
import { cx } from '#/ui/cx'
import { Icon, type IconType } from '#/ui/Icon'
import { SkeletonRows } from '#/ui/Skeleton'
import type { Need } from './needs'
import { rowClass, rowsClass, Section } from './Section'
import type { HomeFacts } from './use-home'

/** What only a person can mend, in the order in which it hurts. No line for what is fine. */
export function NeedsYou({ orgId, home }: { orgId: string; home: HomeFacts }) {
  const { timeZone } = useSettings()
  const { needs, failed, isLooking } = home
  return (
    <Section title="Needs you" count={needs.length > 0 ? needs.length : undefined}>
      {failed.length > 0 && (
        <Callout
          tone="warning"
          role="status"
          className="mb-3"
          title={`Not known: the ${listed(failed)} could not be read.`}
          actions={
            <Button size={28} onClick={home.retry}>
              Look again
            </Button>
          }
        >
          What needs you there is not in this list.
        </Callout>
      )}
      {needs.length > 0 && (
        <ul className={rowsClass}>
          {needs.map((need, i) => (
            <li
              key={need.kind === 'token' ? need.token.id : need.kind}
              className={cx(rowClass, 'max-sm:flex-wrap max-sm:[&>a]:ml-7')}
            >
              <Line need={need} orgId={orgId} isFirst={i === 0} />
            </li>
          ))}
        </ul>
      )}
      {needs.length === 0 && isLooking && failed.length === 0 && (
        <SkeletonRows rows={2} columns={['w-80', 'w-24']} label="Looking what needs you" />
      )}
      {needs.length === 0 && !isLooking && failed.length === 0 && (
        <p className={cx(rowsClass, 'py-3 text-muted')}>
          Nothing needs you. Looked at {clockTime(home.checkedAt, timeZone)}: {home.lookedAt.join(', ')}.
        </p>
      )}
      {home.isTooMany && (
        <p className="mt-2 text-meta text-muted">
          Access tokens of more than 60 machine accounts are not looked at here.{' '}
          <Link
            to="/orgs/$orgId/machine-accounts"
            params={{ orgId }}
            search={{ is: 'expiring' }}
            className="underline"
          >
            Look at them all
          </Link>
        </p>
      )}
    </Section>
  )
}

/** "secrets, projects and members". */
const listed = (things: readonly string[]) =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`

const name = (text: string | null, kind: string) =>
  text === null ? (
    <span className="text-danger">{kind} whose name cannot be decrypted</span>
  ) : (
    <bdi className="font-mono font-medium wrap-anywhere">{text}</bdi>
  )

type Counted = Exclude<Need, { kind: 'token' }>

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

const WORDS: Record<Counted['kind'], (need: Counted) => { icon: IconType; title: string; text: string }> = {
  tokens: (need) => ({
    icon: Clock,
    title: `${plural(need.count, 'token ends', 'tokens end')} within 14 days`,
    text: need.kind === 'tokens' ? `On ${plural(need.machines, 'machine account')}` : '',
  }),
  'to-confirm': ({ count }) => ({
    icon: UserCheck,
    title: `${plural(count, 'member waits', 'members wait')} to be confirmed`,
    text: 'Accepted the invitation; until the key is handed over, nothing can be opened.',
  }),
  'old-invitations': ({ count }) => ({
    icon: MailQuestion,
    title: `${plural(count, 'invitation is', 'invitations are')} older than two weeks`,
    text: 'The link in the mail has most likely ended. Each takes a seat.',
  }),
  'spoiled-secrets': ({ count }) => ({
    icon: FileWarning,
    title: `${plural(count, 'secret has a name', 'secrets have names')} that cannot be decrypted`,
    text: 'Sealed with another key, or damaged. It can be opened and given a new name.',
  }),
  'spoiled-projects': ({ count }) => ({
    icon: FolderX,
    title: `${plural(count, 'project has a name', 'projects have names')} that cannot be decrypted`,
    text: 'Its secrets are not touched; a new name replaces the spoiled one.',
  }),
  duplicates: ({ count }) => ({
    icon: Copy,
    title: `${count} secrets share their name with another`,
    text: 'Programs that ask by name may get either of them.',
  }),
}

function Line({ need, orgId, isFirst }: { need: Need; orgId: string; isFirst: boolean }) {
  if (need.kind === 'token') return <TokenLine need={need} orgId={orgId} isFirst={isFirst} />
  return (
    <>
      <Words {...WORDS[need.kind](need)} />
      <Show need={need} orgId={orgId} />
    </>
  )
}

interface TokenProps {
  need: Extract<Need, { kind: 'token' }>
  orgId: string
  isFirst: boolean
}

function TokenLine({ need: { token, words }, orgId, isFirst }: TokenProps) {
  return (
    <>
      <Words
        icon={ClockAlert}
        isDanger
        title={
          <>
            Token {name(token.machine, 'of a machine account')} / {name(token.name, 'one')} ends in {words}
          </>
        }
        text="Whatever signs in with it is refused from then on."
      />
      <Link
        to="/orgs/$orgId/machine-accounts/$machineId/tokens"
        params={{ orgId, machineId: token.machineId }}
        className={buttonClass({ variant: isFirst ? 'solid' : 'outlined' })}
      >
        Replace token
      </Link>
    </>
  )
}

function Show({ need, orgId }: { need: Counted; orgId: string }) {
  const params = { orgId }
  const look = buttonClass()
  switch (need.kind) {
    case 'tokens':
      return (
        <Link to="/orgs/$orgId/machine-accounts" params={params} search={{ is: 'expiring' }} className={look}>
          Show {plural(need.count, 'token')}
        </Link>
      )
    case 'to-confirm':
    case 'old-invitations':
      return (
        <Link
          to="/orgs/$orgId/members"
          params={params}
          search={{ status: need.kind === 'to-confirm' ? 'accepted' : 'invited' }}
          className={look}
        >
          Show {plural(need.count, 'member')}
        </Link>
      )
    case 'spoiled-projects':
      return (
        <Link to="/orgs/$orgId/projects" params={params} className={look}>
          Show projects
        </Link>
      )
    case 'spoiled-secrets':
    case 'duplicates':
      return (
        <Link
          to="/orgs/$orgId/secrets"
          params={params}
          search={{ is: need.kind === 'duplicates' ? 'duplicate' : 'spoiled' }}
          className={look}
        >
          Show {plural(need.count, 'secret')}
        </Link>
      )
  }
}

interface WordsProps {
  icon: IconType
  title: ReactNode
  text: string
  isDanger?: boolean
}

function Words({ icon, title, text, isDanger = false }: WordsProps) {
  return (
    <>
      <Icon of={icon} className={isDanger ? 'text-danger' : 'text-warning-icon'} />
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2rem)]">
        <p>{title}</p>
        <p className="text-meta text-muted">{text}</p>
      </div>
    </>
  )
}
