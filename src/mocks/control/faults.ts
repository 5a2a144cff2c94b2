import { contract } from '#/api/contract'
import type { EndpointName } from '#/api/contract'
import { badRequest, emptyStatus, ServerError, unhandled } from '#/mocks/handler'
import { emptyResponse } from '#/mocks/http/respond'

/** What can go wrong on purpose. `status500`, `empty403` and `reject` touch writes only unless `match` says otherwise. */
export type FaultName =
  | 'slow'
  | 'status429'
  | 'status500'
  | 'empty500'
  | 'empty403'
  | 'unauthorized'
  | 'offline'
  | 'serverDown'
  | 'htmlPage'
  | 'redirect'
  | 'contractBreak'
  | 'colleagueSaves'
  | 'reject'

export const faultNames: readonly FaultName[] = [
  'slow',
  'status429',
  'status500',
  'empty500',
  'empty403',
  'unauthorized',
  'offline',
  'serverDown',
  'htmlPage',
  'redirect',
  'contractBreak',
  'colleagueSaves',
  'reject',
]

export interface Fault {
  fault: FaultName
  /** Endpoint name, or a path with `*` for any text. Without it: every request that the fault fits. */
  match?: string
  /** How many requests it strikes; without it, until it is taken away. */
  times?: number
  /** How many matching requests pass before it strikes. */
  after?: number
  /** Of `slow`: milliseconds at most, until it is taken away; 2000 without it. */
  ms?: number
  /** Of `status429`: seconds, 3 without it. */
  retryAfter?: number
  /** Of `colleagueSaves`: what the secret then holds. */
  value?: string
}

const writes = new Set<EndpointName>(
  (Object.keys(contract) as EndpointName[]).filter(
    (name) =>
      contract[name].method !== 'GET' && contract[name].path.startsWith('/api/') && name !== 'secretGetByIds',
  ),
)

/** What a fault without `match` strikes. */
function strikesByItself(fault: FaultName, name: EndpointName): boolean {
  if (fault === 'status500' || fault === 'empty403' || fault === 'reject') return writes.has(name)
  if (fault === 'colleagueSaves') return name === 'secretGet'
  if (fault === 'empty500') return 'guarded' in contract[name]
  return fault === 'unauthorized' ? !('anonymous' in contract[name]) : true
}

function matches(fault: Fault, name: EndpointName, path: string): boolean {
  if (fault.match === undefined) return strikesByItself(fault.fault, name)
  if (!fault.match.includes('/')) return fault.match === name
  const pattern = fault.match.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${pattern}$`, 'i').test(path)
}

/** Faults that strike this request, and the list that is left for the next one. */
export function strike(faults: readonly Fault[], name: EndpointName, path: string) {
  const struck: Fault[] = []
  const left: Fault[] = []
  for (const fault of faults) {
    if (!matches(fault, name, path)) left.push(fault)
    else if (fault.after) left.push({ ...fault, after: fault.after - 1 })
    else {
      struck.push(fault)
      if (fault.times === undefined) left.push(fault)
      else if (fault.times > 1) left.push({ ...fault, times: fault.times - 1 })
    }
  }
  return { struck, left }
}

/** Waits as long as a `slow` fault says, or until it is taken away, which calls all that wait. */
export function slowed({ ms = 2_000 }: Fault, waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const answer = () => {
      clearTimeout(timer)
      waiting.delete(answer)
      resolve()
    }
    const timer = setTimeout(answer, ms)
    waiting.add(answer)
  })
}

const portalPage =
  '<!doctype html><html><head><title>Guest network</title></head><body><h1>Welcome. Accept our terms.</h1></body></html>'

const proxyPage =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

function htmlResponse(status: number, page: string): Response {
  const { headers } = emptyResponse(status, { 'Content-Type': 'text/html' })
  // Set, not added: with two lengths browsers take the answer for a broken connection.
  headers.set('Content-Length', String(page.length))
  return new Response(page, { status, headers })
}

/** Answers or throws in place of the handler; undefined where the fault lets the request through. */
export function failBefore(fault: Fault): Response | undefined {
  switch (fault.fault) {
    case 'status429': {
      const headers = { 'Retry-After': String(fault.retryAfter ?? 3) }
      throw new ServerError(429, 'Slow down! Too many requests. Try again in 1m.', null, false, headers)
    }
    case 'status500':
      throw unhandled()
    case 'empty500':
      throw emptyStatus(500)
    case 'empty403':
      throw emptyStatus(403)
    case 'unauthorized':
      throw new ServerError(401, '', null, true, { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
    case 'reject':
      throw badRequest('Refused by a fault switch.')
    case 'offline':
      return Response.error()
    case 'serverDown':
      return htmlResponse(502, proxyPage)
    case 'htmlPage':
      return htmlResponse(200, portalPage)
    case 'redirect':
      return emptyResponse(302, { Location: 'https://portal.example.test/' })
    case 'slow':
    case 'contractBreak':
    case 'colleagueSaves':
      return undefined
  }
}

/** Turns the first field that is a text into a number: an answer of a wrong form. */
export function breakContract(body: unknown): unknown {
  if (Array.isArray(body))
    return (body as unknown[]).map((item, index) => (index === 0 ? breakContract(item) : item))
  if (body === null || typeof body !== 'object') return typeof body === 'number' ? 'broken' : body
  const entries = Object.entries(body)
  const text = entries.find(([key, value]) => key !== 'object' && typeof value === 'string')
  const inner = entries.find(([, value]) => value !== null && typeof value === 'object')
  if (text) return { ...body, [text[0]]: 0 }
  return inner ? { ...body, [inner[0]]: breakContract(inner[1]) } : { ...body, object: 0 }
}
