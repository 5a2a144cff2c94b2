import { totpCode } from '#/crypto/totp'
import type { Databases, MockDatabase, SeedRequest } from './databases'
import type { DbExport } from '#/mocks/store/db'
import { faultNames } from './faults'
import type { Fault } from './faults'
import { jsonResponse } from '#/mocks/http/respond'
import { UnknownSeed } from './seeding'
import { defaultSwitches } from '#/mocks/switches'
import type { Switches } from '#/mocks/switches'

/*
 * `/__mock/*`, for tests and the demo panel. All but `databases` speak of the database that the request names.
 *
 * GET databases · POST databases {name, seed?, now?, secrets?, members?, events?, switches?} · DELETE databases?name=
 * POST reset · GET export · POST import · GET, PUT now {now: ISO or null} or {offset: ms}
 * GET, PUT switches (merged) · GET, POST, DELETE faults · GET, DELETE mailbox · GET codes
 * GET, DELETE log · GET, POST, DELETE csp-reports · GET personas
 */

interface Call {
  request: Request
  databases: Databases
  name: string
  /** Opened when asked for: making a database must not make another one on the way. */
  database: () => Promise<MockDatabase>
}

type Action = (call: Call) => unknown

class BadCall extends Error {}

async function bodyOf<T>(request: Request): Promise<T> {
  try {
    return JSON.parse((await request.text()) || '{}') as T
  } catch {
    throw new BadCall('The body is no JSON.')
  }
}

const summary = ({ name, db, state }: MockDatabase) => ({
  name,
  seed: state.seeded.seed,
  now: new Date(db.nowMs()).toISOString(),
  switches: state.switches,
  faults: state.faults,
})

type DatabaseWish = Partial<SeedRequest> & { name?: string; switches?: Partial<Switches> }

async function createDatabase({ request, databases, name }: Call) {
  const { name: wished, switches, ...seeded } = await bodyOf<DatabaseWish>(request)
  return summary(await databases.create(wished ?? name, { seed: databases.defaultSeed, ...seeded }, switches))
}

async function setNow({ request, database }: Call) {
  const { now, offset } = await bodyOf<{ now?: string | null; offset?: number }>(request)
  const opened = await database()
  if (typeof now === 'string' && Number.isNaN(Date.parse(now))) throw new BadCall('now is no date.')
  if (typeof offset === 'number') opened.db.setMeta({ clockOffset: opened.db.meta.clockOffset + offset })
  else opened.db.setNow(typeof now === 'string' ? new Date(now) : null)
  return { now: new Date(opened.db.nowMs()).toISOString() }
}

async function setSwitches({ request, database }: Call) {
  const change = await bodyOf<Partial<Switches>>(request)
  const unknown = Object.keys(change).find((key) => !(key in defaultSwitches))
  if (unknown !== undefined) throw new BadCall(`There is no switch "${unknown}".`)
  const opened = await database()
  opened.state = { ...opened.state, switches: { ...opened.state.switches, ...change } }
  return opened.state.switches
}

async function addFault({ request, database }: Call) {
  const fault = await bodyOf<Fault>(request)
  if (!faultNames.includes(fault.fault)) throw new BadCall(`There is no fault "${fault.fault}".`)
  const opened = await database()
  opened.state = { ...opened.state, faults: [...opened.state.faults, fault] }
  return opened.state.faults
}

/** `?fault=` takes away those of one name, without it all. What was slow by one is answered at once. */
async function clearFaults({ request, database }: Call) {
  const name = new URL(request.url).searchParams.get('fault')
  const opened = await database()
  const faults = opened.state.faults.filter((fault) => name !== null && fault.fault !== name)
  opened.state = { ...opened.state, faults }
  if (name === null || name === 'slow') for (const answer of [...opened.waiting]) answer()
  return faults
}

async function mailbox({ database }: Call) {
  const { db } = await database()
  return db.mails.all().toSorted((a, b) => (a.date < b.date ? 1 : -1))
}

/** What a person would read off an authenticator or in the mailbox at this moment. */
async function codes({ database }: Call) {
  const { db } = await database()
  const now = db.nowMs()
  const people = db.users.all().filter((user) => user.totpSecret !== null || user.emailTwoFactor)
  const open = db.mails
    .all()
    .filter((mail) => !mail.used && mail.code !== null && Date.parse(mail.expiresAt ?? '') > now)
  return {
    authenticators: await Promise.all(
      people
        .filter((user) => user.totpSecret !== null)
        .map(async (user) => ({ email: user.email, code: await totpCode(user.totpSecret ?? '', now) })),
    ),
    mailed: open.map(({ to, code, purpose, date }) => ({ email: to, code, purpose, date })),
  }
}

async function importData({ request, databases, name }: Call) {
  return summary(await databases.import(name, await bodyOf<DbExport>(request)))
}

async function addCspReport({ request, database }: Call) {
  const report = await bodyOf<unknown>(request)
  const { cspReports } = await database()
  for (const entry of Array.isArray(report) ? (report as unknown[]) : [report]) cspReports.push(entry)
  return { count: cspReports.length }
}

async function emptied({ database }: Call, list: 'log' | 'cspReports') {
  const opened = await database()
  opened[list] = []
  return []
}

const actions: Record<string, Action> = {
  'GET databases': async ({ databases }) =>
    Promise.all(databases.names().map(async (name) => summary(await databases.get(name)))),
  'POST databases': createDatabase,
  'DELETE databases': ({ request, databases, name }) => {
    databases.delete(new URL(request.url).searchParams.get('name') ?? name)
    return databases.names()
  },
  'POST reset': async ({ databases, name, database }) => {
    const { state } = await database()
    return summary(await databases.create(name, state.seeded))
  },
  'GET export': async ({ database }) => (await database()).db.export(),
  'POST import': importData,
  'GET now': async ({ database }) => ({ now: new Date((await database()).db.nowMs()).toISOString() }),
  'PUT now': setNow,
  'GET switches': async ({ database }) => (await database()).state.switches,
  'PUT switches': setSwitches,
  'GET faults': async ({ database }) => (await database()).state.faults,
  'POST faults': addFault,
  'DELETE faults': clearFaults,
  'GET mailbox': mailbox,
  'DELETE mailbox': async ({ database }) => {
    const { db } = await database()
    for (const mail of db.mails.all()) db.mails.delete(mail.id)
    return []
  },
  'GET codes': codes,
  'GET log': async ({ database }) => (await database()).log,
  'DELETE log': (call) => emptied(call, 'log'),
  'GET csp-reports': async ({ database }) => (await database()).cspReports,
  'POST csp-reports': addCspReport,
  'DELETE csp-reports': (call) => emptied(call, 'cspReports'),
  'GET personas': async () => (await import('#/mocks/seed/personas')).personas,
}

/** Answers a request below `/__mock/`; what is wrong with it comes as `{ "error": … }`. */
export async function control(
  request: Request,
  path: string,
  name: string,
  databases: Databases,
): Promise<Response> {
  const action = actions[`${request.method} ${path.slice('/__mock/'.length).replace(/\/$/, '')}`]
  if (!action) return jsonResponse(404, { error: `The mock has no ${request.method} ${path}.` })
  try {
    let opened: MockDatabase | undefined
    const database = async () => (opened = await databases.get(name))
    const answer = await action({ request, databases, name, database })
    if (opened) await databases.save(opened)
    return jsonResponse(200, answer ?? null, { 'Cache-Control': 'no-store' })
  } catch (error) {
    const isCall = error instanceof BadCall || error instanceof UnknownSeed
    return jsonResponse(isCall ? 400 : 500, { error: error instanceof Error ? error.message : String(error) })
  }
}
