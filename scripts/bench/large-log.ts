import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eventRow, type EventRow } from '#/domain/events/row'
import { dateOf, tickOf, tickOfMs, tokenOf, type Tick } from '#/domain/events/tick'

/** The long log of benchmarks, and a server that has it. */

export const ROWS = 1_000_000
/** Between two rows: 0.3 s. */
export const APART = 3_000_000

export const eventId = (kind: number, n: number) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The nth from the newest, as in a busy organization: mostly machines that read, 5,000 secrets, 300 actors, 400 addresses. */
export function eventOf(n: number, newest: Tick): EventRow {
  const mix = (n * 2_654_435_761) >>> 0
  const isMachine = mix % 10 < 8
  const isSecret = mix % 20 < 19
  return eventRow({
    type: isSecret
      ? ([2100, 2100, 2100, 2100, 2102, 2103][mix % 6] ?? 2100)
      : ([1000, 1500, 2300, 1700][mix % 4] ?? 1000),
    date: dateOf(newest - n * APART),
    secretId: isSecret ? eventId(2, (mix >>> 3) % 5_000) : null,
    serviceAccountId: isMachine && isSecret ? eventId(4, (mix >>> 5) % 200) : null,
    userId: !isMachine && isSecret ? eventId(1, (mix >>> 7) % 100) : null,
    actingUserId: isSecret ? null : eventId(1, (mix >>> 9) % 100),
    deviceType: isMachine ? 21 : 9,
    ipAddress: `203.0.${(mix >>> 11) % 4}.${(mix >>> 13) % 100}`,
  })
}

export interface LogServer {
  url: string
  /** Rows of a page, and what the server takes for it, in milliseconds. */
  page: { rows: number; takes: number }
  /** When a page was asked for and when its last byte was sent: epoch ms. */
  asked: { at: number; answered: number }[]
  stop: () => void
}

/** Stands before an app and answers for the log of its organizations; all else goes on to the app. */
export async function serveLog(app: string): Promise<LogServer> {
  const newest = tickOfMs(Date.now() - 60_000)
  const state: LogServer = { url: '', page: { rows: 50, takes: 0 }, asked: [], stop: () => server.close() }
  const server = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '/', app)
    if (/^\/api\/organizations\/[^/]+\/events$/.test(url.pathname)) sendPage(url, answer)
    else passOn(app, asked, answer)
  })
  function sendPage(url: URL, answer: ServerResponse) {
    const at = Date.now()
    setTimeout(() => {
      answer.setHeader('content-type', 'application/json')
      answer.setHeader('date', new Date().toUTCString())
      answer.end(JSON.stringify(pageOf(url.searchParams, newest, state.page.rows)))
      state.asked.push({ at, answered: Date.now() })
    }, state.page.takes)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return state
}

function pageOf(query: URLSearchParams, newest: Tick, most: number) {
  const placeOf = (name: string) => (newest - tickOf(query.get(name) ?? '')) / APART
  const from = Math.max(0, Math.ceil(placeOf('end')))
  const end = Math.min(ROWS, Math.floor(placeOf('start')) + 1)
  const to = Math.min(end, from + most)
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, index) => eventOf(from + index, newest))
  const data = rows.map(({ at: _at, ...row }) => ({ ...row, organizationId: eventId(9, 1), object: 'event' }))
  return { object: 'list', data, continuationToken: to < end ? tokenOf(newest - (to - 1) * APART) : null }
}

function passOn(app: string, asked: IncomingMessage, answer: ServerResponse): void {
  const onward = request(new URL(asked.url ?? '/', app), {
    method: asked.method ?? 'GET',
    headers: asked.headers,
  })
  onward.on('response', (from) => {
    answer.writeHead(from.statusCode ?? 502, from.headers)
    from.pipe(answer)
  })
  onward.on('error', () => answer.destroy())
  asked.pipe(onward)
}
