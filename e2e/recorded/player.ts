import type { Db } from '#/mocks/store/db'
import { route } from '#/mocks/http/router'
import state from '#/mocks/seed/recorded.json'
import type { MockServer } from '#/mocks/server'
import { toWireDate } from '#/mocks/store/stamp'
import type { EventRow } from '#/mocks/store/tables'
import type { Bindings } from './bindings'
import { Comparison } from './compare'
import { exceptions } from './differences'
import { readList, restore } from './exchange'
import type { Exchange } from './exchange'
import type { People } from './people'

/** Files of which only the endpoints of this contract are played. */
const mixed = new Set(['members'])
/** Invited to organizations whose lists nobody asked for: found by their addresses. */
const unseenMembers = new Map([
  ['s2@umbra.test', '02100000-0000-4000-8000-000000000013'],
  ['n1@plain.test', '02100000-0000-4000-8000-000000000014'],
])
const comparedHeaders = ['content-type', 'www-authenticate', 'allow', 'vary', 'content-length']

export const endpointOf = ({ request }: Exchange): string | null => {
  const found = route(request.method, `/api${request.path.split('?')[0] ?? ''}`)
  return found && 'name' in found ? found.name : null
}

/** Whether the exchange asks something that the contract has. */
export const inScope = (exchange: Exchange) => !mixed.has(exchange.file) || endpointOf(exchange) !== null

/** Plays exchanges against a mock and tells what differs. */
export class Player {
  private readonly server: MockServer
  private readonly db: Db
  private readonly people: People
  private readonly bindings: Bindings

  constructor(server: MockServer, db: Db, people: People, bindings: Bindings) {
    this.server = server
    this.db = db
    this.people = people
    this.bindings = bindings
  }

  async play(exchange: Exchange): Promise<string[]> {
    const matching = exceptions.filter(({ applies }) => applies(exchange))
    if (matching.some(({ skip }) => skip)) return []
    this.bindings.startAct(this.db.stamp())
    const before = new Set(this.db.events.all().map(({ id }) => id))
    const response = await this.server.fetch(this.requestOf(exchange))
    const text = await response.text()
    const body: unknown = text === '' ? '' : JSON.parse(text)
    const written = this.db.events.all().filter(({ id }) => !before.has(id))
    if (endpointOf(exchange) === 'memberInvite') this.bindUnseen()
    const problems = [
      ...this.compareStatus(exchange, response, text),
      ...new Comparison(this.bindings, endpointOf(exchange)).differences(exchange.response.body, body),
      ...this.compareEvents(exchange, written),
    ]
    if (endpointOf(exchange) === 'accessTokenCreate' && response.ok) await this.signInMachine(exchange, body)
    return problems.filter((problem) => !matching.some(({ loose }) => loose?.test(problem)))
  }

  private requestOf({ persona, request }: Exchange): Request {
    const headers = new Headers({ 'Device-Type': '9', ...request.headers })
    const token = this.people.tokenOf(persona)
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
    const hash = this.people.hashOf(persona)
    const translate = (text: string) =>
      this.bindings.translate(text === state.recordedMasterPasswordHash ? hash : text)
    const body =
      request.rawBody ?? ('body' in request ? JSON.stringify(restore(request.body, translate)) : undefined)
    const path = this.bindings
      .translate(request.path)
      .replace(/continuationToken=(\w+)/, (all, recorded: string) => {
        const actual = this.bindings.actualOf(recorded)
        return actual === undefined ? all : `continuationToken=${encodeURIComponent(actual)}`
      })
    const init = { method: request.method, headers }
    // A recorded text body has its own content type; without one none may be added.
    const bytes = body === undefined ? undefined : new TextEncoder().encode(body)
    return new Request(`https://vault.example.test/api${path}`, bytes ? { ...init, body: bytes } : init)
  }

  private compareStatus({ response: recorded }: Exchange, response: Response, text: string): string[] {
    const problems: string[] = []
    if (recorded.status !== response.status) {
      problems.push(
        `status: ${recorded.status} expected, got ${response.status} ${response.headers.get('x-mock-contract') ?? ''} ${text.slice(0, 300)}`,
      )
    }
    for (const [name, value] of Object.entries(recorded.headers)) {
      if (!comparedHeaders.includes(name) && !name.startsWith('access-control')) continue
      const actual = response.headers.get(name)
      if (actual !== value) problems.push(`header ${name}: ${value} expected, got ${actual}`)
    }
    return problems
  }

  private compareEvents({ eventsWritten = [] }: Exchange, written: EventRow[]): string[] {
    const rows = written.map((row) => {
      const filled = Object.entries({ ...row, id: null, date: toWireDate(row.date) })
      return Object.fromEntries(filled.filter(([, value]) => value !== null && value !== undefined))
    })
    const { length, kept } = readList(eventsWritten)
    if (rows.length !== length) {
      return [
        `events: ${length} rows expected, got ${rows.length}: ${JSON.stringify(rows.map(({ type }) => type))}`,
      ]
    }
    return new Comparison(this.bindings, null).set(
      kept.map(({ item }) => item),
      rows,
      'events',
    )
  }

  private bindUnseen(): void {
    for (const { id, email } of this.db.members.all()) {
      const recorded = unseenMembers.get(email ?? '')
      if (recorded !== undefined) this.bindings.bindId(recorded, id)
    }
  }

  private async signInMachine(exchange: Exchange, body: unknown): Promise<void> {
    const { id, clientSecret } = body as { id: string; clientSecret: string }
    const recorded = exchange.response.body as { id: string }
    await this.people.signInMachine(recorded.id, id, clientSecret)
  }
}
