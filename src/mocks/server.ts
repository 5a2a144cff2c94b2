import { getResponse, http } from 'msw'
import type { EndpointName } from '#/api/contract'
import { checkAnswer } from '#/api/contract/check'
import { colleagueSaves } from './control/colleague'
import { control } from './control/control'
import { addCors, preflight } from './http/cors'
import { Databases } from './control/databases'
import type { MockDatabase, SeedRequest, Store } from './control/databases'
import { breakContract, failBefore, slowed, strike } from './control/faults'
import type { Fault } from './control/faults'
import { badForm } from './identity/grants/form'
import { ServerError, unhandled } from './handler'
import type { Answer, Context } from './handler'
import { handlers } from './handler-table'
import { authorize, deviceTypeIn, isPublic, policyOf } from './identity/policies'
import { isOfSecretsManager, withoutSecretsManager } from './http/other-make'
import { answerResponse, emptyResponse, errorResponse, publicErrorResponse } from './http/respond'
import { route } from './http/router'
import { makeSeed, sealerOf } from './control/seeding'
import type { Switches } from './switches'
import { readInput } from './http/validate'

export interface MockServerOptions {
  /** What databases are made of that are not made by `/__mock/databases`. */
  seed: SeedRequest
  switches?: Partial<Switches>
  /** Keeps databases beyond the process. */
  store?: Store
  /** Path before the prefixes, as `/x`; empty without it. */
  base?: string
  /** Random bytes of ids, keys and codes; tests give a fixed source. */
  random?: (length: number) => Uint8Array<ArrayBuffer>
  /** Takes a line that says which answer broke the contract, or which handler failed. */
  log?: (line: string) => void
}

const LOG_LENGTH = 2_000

/** The database that a request names by header or cookie. */
function databaseName(request: Request): string {
  const cookie = /(?:^|;\s*)mock-db=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return request.headers.get('mock-db') ?? (cookie ? decodeURIComponent(cookie) : 'default')
}

/** The imitation server. `fetch` answers any request; what is none of its own gets the empty 404. */
export class MockServer {
  readonly databases: Databases
  private readonly options: MockServerOptions

  constructor(options: MockServerOptions) {
    this.options = options
    const { seed, switches, store, random } = options
    this.databases = new Databases({
      seed,
      makeSeed,
      sealerOf,
      ...(switches ? { switches } : {}),
      ...(store ? { store } : {}),
      ...(random ? { random } : {}),
    })
  }

  async fetch(request: Request): Promise<Response> {
    const path = this.pathOf(request)
    const name = databaseName(request)
    if (path.startsWith('/__mock/')) return control(request, path, name, this.databases)
    const started = performance.now()
    const database = await this.databases.get(name)
    const found = route(request.method, path)
    const response = await this.answer(request, path, database, found)
    addCors(request, response, database.state.switches.vaultOrigin)
    // By the clock of this database, so that a client whose own is wrong can tell. A cut connection has no headers.
    if (response.type !== 'error') response.headers.set('Date', new Date(database.db.nowMs()).toUTCString())
    const endpoint = found && 'name' in found ? found.name : null
    this.log(request, path, database, endpoint, response.status, started)
    await this.databases.save(database)
    return response
  }

  private pathOf(request: Request): string {
    const { pathname } = new URL(request.url)
    const base = this.options.base ?? ''
    return base !== '' && pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname
  }

  private async answer(
    request: Request,
    path: string,
    database: MockDatabase,
    found: ReturnType<typeof route>,
  ): Promise<Response> {
    const early = preflight(request, database.state.switches.vaultOrigin)
    if (early) return early
    const isMissing = !database.state.switches.secretsManager && isOfSecretsManager(path)
    if (!found || isMissing) return emptyResponse(404)
    if ('allow' in found) {
      const isTokenPath = path.toLowerCase() === '/identity/connect/token'
      return isTokenPath ? answerResponse(badForm()) : emptyResponse(405, { Allow: found.allow })
    }
    const { name, params } = found
    const verb = request.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'
    const handler = http[verb](
      () => ({ matches: true, params }),
      () => this.run(request, path, database, name, params),
    )
    return (await getResponse([handler], request)) ?? emptyResponse(404)
  }

  /** Faults, then the pipeline of the server: authorization, model binding, action. */
  private async run(
    request: Request,
    path: string,
    database: MockDatabase,
    name: EndpointName,
    params: Record<string, string>,
  ): Promise<Response> {
    // The rate limiter stands before both APIs and has one form.
    const refuse = (error: ServerError) =>
      isPublic(name) && error.status !== 429 ? publicErrorResponse(error) : errorResponse(error)
    const { struck, left } = strike(database.state.faults, name, path)
    // Also where one only counts the requests that pass before it strikes.
    if (left.some((fault, i) => fault !== database.state.faults[i]) || struck.length > 0)
      database.state = { ...database.state, faults: left }
    try {
      for (const fault of struck) {
        if (fault.fault === 'slow') await slowed(fault, database.waiting)
        const failed = failBefore(fault)
        if (failed) return failed
      }
      const context = await this.contextOf(request, database, name, params)
      const answer = this.ofMake(await handlers[name](context), context.switches)
      const checked = this.check(name, answer)
      if (checked) return checked
      return answerResponse(await this.disturb(context, answer, struck))
    } catch (error) {
      if (error instanceof ServerError) return refuse(error)
      this.options.log?.(
        `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      return refuse(unhandled())
    }
  }

  private async contextOf(
    request: Request,
    database: MockDatabase,
    name: EndpointName,
    params: Record<string, string>,
  ): Promise<Context> {
    const { db, state } = database
    const caller = await authorize(policyOf(name), request, db.nowMs())
    return {
      ...(await readInput(name, params, request, db.nowMs())),
      db,
      caller,
      request,
      switches: state.switches,
      now: () => db.stamp(),
      ip: '127.0.0.1',
      deviceType: deviceTypeIn(request, caller),
      random: (length) => db.random(length),
    }
  }

  /** Long lists go out as streams and are not read; tests see them whole in the smaller seeds. */
  private check(name: EndpointName, answer: Answer): Response | null {
    if (answer instanceof Response || (answer.status ?? 200) >= 400) return null
    const problems = checkAnswer(name, answer.body)
    if (problems.length === 0) return null
    const text = problems.slice(0, 5).join('; ')
    this.options.log?.(`Answer breaks the contract: ${text}`)
    return emptyResponse(500, { 'x-mock-contract': text })
  }

  private ofMake(answer: Answer, { secretsManager }: Switches): Answer {
    if (secretsManager || answer instanceof Response || answer.body === undefined) return answer
    return { ...answer, body: withoutSecretsManager(answer.body) }
  }

  /** Faults that let the handler do its work first. */
  private async disturb(context: Context, answer: Answer, struck: readonly Fault[]): Promise<Answer> {
    const save = struck.find(({ fault }) => fault === 'colleagueSaves')
    const secret = context.db.secrets.get(context.params.id)
    if (save && secret) await colleagueSaves(context, secret, save.value ?? 'changed by a colleague')
    const isBroken = struck.some(({ fault }) => fault === 'contractBreak')
    return isBroken && !(answer instanceof Response)
      ? { ...answer, body: breakContract(answer.body) }
      : answer
  }

  private log(
    request: Request,
    path: string,
    database: MockDatabase,
    endpoint: EndpointName | null,
    status: number,
    started: number,
  ): void {
    const { search } = new URL(request.url)
    const ms = Math.round(performance.now() - started)
    const time = new Date(database.db.nowMs()).toISOString()
    database.log.push({ time, method: request.method, path: path + search, endpoint, status, ms })
    if (database.log.length > LOG_LENGTH) database.log.splice(0, database.log.length - LOG_LENGTH)
  }
}

/** `fetch` for clients that run in the same process: a network failure is thrown, as the real one is. */
export function asFetch(server: MockServer, headers: Record<string, string> = {}): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    const response = await server.fetch(request)
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}
