import { Link } from '@tanstack/react-router'
import { useSettings } from '#/data/settings'
import { permissionWords, roleWords, statusWords } from '#/domain/member-roles'
import { absoluteTime, agoWords } from '#/domain/time-words'
import type { MemberView } from '#/session/member-types'
import { Callout } from '#/ui/Callout'
import { FactList } from '#/ui/FactList'
import { IdText } from '#/ui/IdText'
import { linkClass } from '#/ui/link-class'
import { useMemberPage } from './member-context'

const revokedFor: Record<NonNullable<MemberView['revokedFor']>, string> = {
  act: 'Somebody revoked it.',
  'two-step': 'A policy asks for two-step sign-in, and the account had none.',
  'data-ownership': 'The policy on data ownership was not met.',
  'single-organization': 'A policy allows one organization alone, and the person was in another.',
}

/** Who it is, how the person signs in, what the role allows, and which groups it is in. */
export function MemberProfileTab() {
  const { organization, member } = useMemberPage()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-4">
      {member.status === 'revoked' && (
        <Callout tone="warning" title="Revoked" className="mb-4 max-w-160">
          {member.revokedFor ? revokedFor[member.revokedFor] : 'The server does not tell why.'} A session that
          was open then works until its access token ends, up to an hour. Role, groups and grants are kept.
        </Callout>
      )}
      <div className="grid max-w-240 gap-8 lg:grid-cols-2">
        <Person />
        <SignIn />
        <Section title="Role">
          <p>
            <strong className="font-medium">{roleWords[member.role].label}.</strong>{' '}
            {roleWords[member.role].meaning}.
          </p>
          {member.role === 'custom' && <Permissions names={member.permissions} />}
        </Section>
        <Section title={`Groups, ${member.groups.length}`}>
          {member.groups.length === 0 ? (
            <p className="text-muted">In no group.</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {member.groupNames.map((name) => (
                <li key={name} className="wrap-anywhere">
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
          <p className="mt-2 text-meta text-muted">
            Collections of the password manager given directly: {member.collections.length}
          </p>
          <p className="mt-1">
            <Link
              to="/orgs/$orgId/members/$memberId/access"
              params={{ orgId: organization.id, memberId: member.id }}
              className={linkClass}
            >
              Projects and secrets in reach
            </Link>
          </p>
        </Section>
      </div>
    </div>
  )
}

function Person() {
  const { member, now } = useMemberPage()
  const { timeZone } = useSettings()
  const hasAccount = member.userId !== null
  return (
    <Section title="Person">
      <FactList
        facts={[
          {
            label: 'Name',
            value: member.name ?? 'Not told',
            note: hasAccount ? undefined : 'Known when the invitation is accepted',
          },
          { label: 'Address', value: member.email },
          { label: 'Status', value: statusWords[member.status] },
          {
            label: 'Added',
            value:
              member.since === null
                ? 'Not told by this server'
                : `${agoWords(now - member.since)}, ${absoluteTime(member.since, timeZone)}`,
          },
          { label: 'Member id', value: <IdText id={member.id} of="member" /> },
          {
            label: 'Account id',
            value: member.userId ? <IdText id={member.userId} of="account" /> : 'None yet',
          },
          ...(member.externalId ? [{ label: 'Directory id', value: member.externalId }] : []),
        ]}
      />
    </Section>
  )
}

function SignIn() {
  const { member } = useMemberPage()
  const hasAccount = member.userId !== null
  return (
    <Section title="Sign-in">
      <FactList
        facts={[
          {
            label: 'Two-step',
            value:
              member.hasTwoStep === null
                ? 'Not known before there is an account'
                : member.hasTwoStep
                  ? 'On'
                  : 'Off',
          },
          { label: 'Single sign-on', value: member.hasSso ? 'Linked' : 'Not linked' },
          {
            label: 'Password',
            value: hasAccount
              ? member.hasMasterPassword
                ? 'Has a master password'
                : 'None'
              : 'Not known yet',
          },
          { label: 'Claimed', value: member.isClaimed ? 'By this organization' : 'No' },
          { label: 'Recovery', value: member.isRecoverable ? 'Enrolled' : 'Not enrolled' },
          {
            label: 'Secrets Manager',
            value: member.hasSecretsManager ? 'On' : 'Off',
            note: member.hasSecretsManager ? undefined : 'Grants have no effect while it is off',
          },
        ]}
      />
    </Section>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-section font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function Permissions({ names }: { names: readonly string[] }) {
  const known = permissionWords.filter(({ name }) => names.includes(name))
  const others = names.filter((name) => !permissionWords.some((words) => words.name === name))
  return (
    <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
      {known.map(({ name, label, meaning }) => (
        <li key={name}>
          {label} <span className="text-muted">· {meaning}</span>
        </li>
      ))}
      {others.map((name) => (
        <li key={name}>
          <code>{name}</code> <span className="text-muted">· newer than this console</span>
        </li>
      ))}
    </ul>
  )
}
