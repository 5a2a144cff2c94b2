import { contract } from '#/api/contract'
import type { EndpointName, Method } from '#/api/contract'

interface Route {
  name: EndpointName
  method: Method
  segments: readonly string[]
}

export type Match =
  | { name: EndpointName; params: Record<string, string> }
  /** The path exists, but not with this verb. */
  | { allow: string }
  | null

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '')

// Literal segments go before parameters, as the server's router has it.
const order = (route: Route) =>
  route.segments.map((segment) => (segment.startsWith('{') ? '1' : '0')).join('')
const routes: Route[] = (Object.keys(contract) as EndpointName[])
  .map((name) => ({ name, method: contract[name].method, segments: segmentsOf(contract[name].path) }))
  .toSorted((a, b) => order(a).localeCompare(order(b)))

function paramsOf(route: Route, segments: readonly string[]): Record<string, string> | null {
  if (route.segments.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, template] of route.segments.entries()) {
    const segment = segments[index] ?? ''
    if (template.startsWith('{')) params[template.slice(1, -1)] = decode(segment)
    else if (template.toLowerCase() !== segment.toLowerCase()) return null
  }
  return params
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Finds the endpoint. Paths ignore case, a trailing slash is accepted, HEAD and OPTIONS match nothing. */
export function route(method: string, pathname: string): Match {
  const segments = segmentsOf(pathname)
  const allowed = new Set<string>()
  for (const candidate of routes) {
    const params = paramsOf(candidate, segments)
    if (!params) continue
    if (candidate.method === method) return { name: candidate.name, params }
    allowed.add(candidate.method)
  }
  return allowed.size > 0 ? { allow: [...allowed].toSorted().join(', ') } : null
}
