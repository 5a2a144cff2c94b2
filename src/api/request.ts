import type { Endpoint, EndpointName } from './contract'
import { ApiError } from './error'

/** The arguments of any endpoint, after the compiler has checked those of the one that is called. */
export interface LooseArguments {
  params?: Readonly<Record<string, string>> | undefined
  query?: unknown
  body?: unknown
}

/** The URL of a call: path parameters encoded, query fields that are undefined or null left out. */
export function requestUrl(
  baseUrl: string,
  name: EndpointName,
  endpoint: Endpoint,
  { params = {}, query }: LooseArguments,
): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    pathPart(name, param, params[param] ?? ''),
  )
  const search = queryText(query)
  return baseUrl.replace(/\/$/, '') + path + (search === '' ? '' : `?${search}`)
}

/**
 * URLs drop empty parts and walk up at dots, even encoded ones: from a mangled link such a call would reach
 * another endpoint. The server's word for a malformed id is 400, so it is here.
 */
function pathPart(endpoint: EndpointName, param: string, value: string): string {
  if (value !== '' && !/^\.{1,2}$/.test(value)) return encodeURIComponent(value)
  const message =
    'This address is not complete: an id is missing in it. Go back and open the page from its list.'
  throw new ApiError({ endpoint, kind: 'status', status: 400, message, fields: { [param]: [message] } })
}

function queryText(query: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) search.append(name, String(value))
  }
  return search.toString()
}

/** Content type and text of a body; null where there is none. */
export function requestBody(endpoint: Endpoint, body: unknown): { type: string; text: string } | null {
  if (body === undefined) return null
  return endpoint.form
    ? { type: 'application/x-www-form-urlencoded; charset=utf-8', text: queryText(body) }
    : { type: 'application/json; charset=utf-8', text: JSON.stringify(body) }
}
