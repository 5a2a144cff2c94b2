import type { EndpointName } from '#/api/contract'
import { checkAnswer } from '#/api/contract/check'
import { Db } from '#/mocks/store/db'
import type { Caller, Claims, Context } from '#/mocks/handler'
import { ServerError } from '#/mocks/handler'
import { handlers } from '#/mocks/handler-table'
import { defaultSwitches } from '#/mocks/switches'
import type { Switches } from '#/mocks/switches'
import type { CollectionRow, EventRow, GroupRow, Id, MemberRow, OrganizationRow } from '#/mocks/store/tables'
import type { AccessPolicyRow, ProjectRow, SecretRow, ServiceAccountRow, UserRow } from '#/mocks/store/tables'
// A small server for tests: one organization with an empty database, people made as a test needs them.

export const ORG = '0a000000-0000-4000-8000-000000000001'
export const OTHER_ORG = '0b000000-0000-4000-8000-000000000001'
export const NOBODY = '99999999-9999-4999-8999-999999999999'
export const NOW = Date.parse('2026-03-10T12:00:00Z')

/** An EncString of the right form that opens to nothing. */
export const sealed = (text: string): string =>
  `2.${btoa('iv'.repeat(8))}|${btoa(text.padEnd(16, '.'))}|${btoa('mac.'.repeat(8))}`

const date = '2026-01-01T00:00:00.0000000Z'
const dates = { creationDate: date, revisionDate: date }

type Role = 'owner' | 'admin' | 'user' | 'custom'

const types: Record<Role, MemberRow['type']> = { owner: 0, admin: 1, user: 2, custom: 4 }

interface Answered {
  status: number
  body: unknown
}

export class TestServer {
  readonly db = new Db({}, { clock: () => this.now })
  now = NOW
  switches: Switches = { ...defaultSwitches }
  private count = 0

  constructor() {
    this.addOrganization(ORG)
    this.addOrganization(OTHER_ORG)
  }

  /** Ids that tell what they are: kind of row, then a number. */
  id(kind: string): Id {
    this.count += 1
    return `${kind.padEnd(8, '0')}-0000-4000-8000-${String(this.count).padStart(12, '0')}`
  }

  addOrganization(id: Id, change: Partial<OrganizationRow> = {}): OrganizationRow {
    const texts = { name: 'Acme', identifier: null, businessName: null, billingEmail: 'billing@acme.test' }
    const seats = { seats: null, maxAutoscaleSeats: null, maxCollections: null, maxStorageGb: null }
    const smSeats = { smSeats: null, smServiceAccounts: null, maxAutoscaleSmSeats: null }
    return this.db.organizations.put({
      ...{ id, ...texts, ...seats, ...smSeats, maxAutoscaleSmServiceAccounts: null },
      ...{ plan: 'Enterprise', planType: 20, status: 1, publicKey: null, privateKey: null, enabled: true },
      ...{ flags: { useEvents: true, useSecretsManager: true }, expirationDate: null, apiKeys: [], ...dates },
      ...change,
    })
  }

  addMember(role: Role, change: Partial<MemberRow> = {}, user: Partial<UserRow> = {}): MemberRow {
    const userId = this.id('aa')
    this.db.users.put({
      ...({ id: userId, name: `User ${this.count}`, email: `user${this.count}@acme.test` } as UserRow),
      ...{ totpSecret: null, emailTwoFactor: false, otherTwoFactor: [] },
      ...user,
    })
    return this.db.members.put({
      ...{ id: this.id('ab'), organizationId: ORG, userId, email: null, status: 2, statusBeforeRevoke: null },
      ...{
        type: types[role],
        permissions: null,
        accessSecretsManager: true,
        key: null,
        resetPasswordKey: null,
      },
      ...{ externalId: null, revocationReason: null, ...dates },
      ...change,
    })
  }

  addGroup(memberIds: Id[], change: Partial<GroupRow> = {}): GroupRow {
    const id = this.id('ac')
    return this.db.groups.put({
      ...{ id, organizationId: ORG, name: `Group ${this.count}`, externalId: null, memberIds, ...dates },
      ...change,
    })
  }

  addCollection(change: Partial<CollectionRow> = {}): CollectionRow {
    return this.db.collections.put({
      ...{ id: this.id('ad'), organizationId: ORG, name: sealed('c'), externalId: null, type: 0 },
      ...{ users: [], groups: [], ...dates },
      ...change,
    })
  }

  addProject(change: Partial<ProjectRow> = {}): ProjectRow {
    return this.db.projects.put({
      id: this.id('ba'),
      organizationId: ORG,
      name: sealed('p'),
      ...dates,
      ...change,
    })
  }

  addSecret(change: Partial<SecretRow> = {}): SecretRow {
    return this.db.secrets.put({
      ...{
        id: this.id('bb'),
        organizationId: ORG,
        projectId: null,
        key: sealed('k'),
        value: sealed('v'),
        note: sealed(''),
      },
      ...{ ...dates, deletedDate: null },
      ...change,
    })
  }

  addMachine(change: Partial<ServiceAccountRow> = {}): ServiceAccountRow {
    return this.db.serviceAccounts.put({
      ...{ id: this.id('bc'), organizationId: ORG, name: sealed('m'), ...dates },
      ...change,
    })
  }

  /** `grant(member, project, 'rw')`. Kinds are read from the tables. */
  grant(grantee: { id: Id }, target: { id: Id }, flags: 'r' | 'rw' | 'w'): AccessPolicyRow {
    const { db } = this
    const granteeKind = db.members.get(grantee.id)
      ? 'member'
      : db.groups.get(grantee.id)
        ? 'group'
        : 'serviceAccount'
    const targetKind = db.projects.get(target.id)
      ? 'project'
      : db.secrets.get(target.id)
        ? 'secret'
        : 'serviceAccount'
    const rights = { read: flags.includes('r'), write: flags.includes('w') }
    const ends = { granteeKind, granteeId: grantee.id, targetKind, targetId: target.id } as const
    return db.accessPolicies.put({ id: this.id('bd'), ...ends, ...rights, ...dates })
  }

  /** The caller that a fresh sign-in of this member gives. */
  person(member: MemberRow): Caller {
    const roles: Record<number, string> = { 0: 'orgowner', 1: 'orgadmin', 2: 'orguser', 4: 'orgcustom' }
    const custom = Object.entries(member.permissions ?? {}).filter(([, isOn]) => isOn)
    const claims = {
      ...{ client_id: 'web', scope: ['api'], [roles[member.type] ?? '']: member.organizationId },
      ...(member.accessSecretsManager ? { accesssecretsmanager: member.organizationId } : {}),
      ...Object.fromEntries(custom.map(([name]) => [name.toLowerCase(), member.organizationId])),
    } as unknown as Claims
    return { kind: 'user', claims, clientId: 'web', ...(member.userId ? { userId: member.userId } : {}) }
  }

  machine(account: ServiceAccountRow): Caller {
    const claims = { client_id: 'token', scope: ['api.secrets'] } as Claims
    const { id: serviceAccountId, organizationId } = account
    return { kind: 'machine', claims, clientId: 'token', serviceAccountId, organizationId }
  }

  organizationKey(): Caller {
    const claims = { client_id: `organization.${ORG}`, scope: ['api.organization'] } as Claims
    return { kind: 'organization', claims, clientId: claims.client_id, organizationId: ORG }
  }

  context(caller: Caller, params: Record<string, string>, body: unknown, query: string): Context {
    const { db, switches } = this
    const request = new Request('http://mock.test/')
    const random = (length: number) => db.random(length)
    const given = { params, body, query: new URLSearchParams(query), request }
    return { db, switches, caller, ...given, now: () => db.stamp(), ip: '127.0.0.1', deviceType: 9, random }
  }

  /** Calls one handler as the server would, errors turned into their answers. */
  async call(
    caller: Caller,
    name: EndpointName,
    params: Record<string, string> = {},
    body?: unknown,
    query = '',
  ): Promise<Answered> {
    try {
      const answer = await handlers[name](this.context(caller, params, body, query))
      const shown: unknown = answer instanceof Response ? await answer.json() : answer.body
      const problems = checkAnswer(name, shown)
      if (problems.length > 0) throw new Error(problems.join('; '))
      return { status: answer.status ?? 200, body: shown }
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      return { status: error.status, body: error.message }
    }
  }

  /** The event rows that an act writes, without id and date. */
  async eventsOf(act: () => Promise<unknown>): Promise<Partial<EventRow>[]> {
    const before = this.db.eventsOf(ORG).length
    await act()
    return this.db
      .eventsOf(ORG)
      .slice(before)
      .map(({ id: _id, date: _date, deviceType: _type, ipAddress: _ip, organizationId: _org, ...row }) => row)
  }
}
