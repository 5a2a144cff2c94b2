import { emptyResponse } from './respond'

const clientOrigins = ['file://', 'bw-desktop-file://bundle']

function corsHeaders(request: Request, vaultOrigin: string): Record<string, string> {
  const origin = request.headers.get('origin')
  if (origin === null || (origin !== vaultOrigin && !clientOrigins.includes(origin))) return {}
  return { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' }
}

/** The answer to a preflight, which is 204 on every path; null where the request is none. */
export function preflight(request: Request, vaultOrigin: string): Response | null {
  const method = request.headers.get('access-control-request-method')
  if (request.method !== 'OPTIONS' || method === null || !request.headers.has('origin')) return null
  const headers = corsHeaders(request, vaultOrigin)
  const asked = request.headers.get('access-control-request-headers')
  if ('Vary' in headers) {
    headers['Access-Control-Allow-Methods'] = method
    if (asked !== null) headers['Access-Control-Allow-Headers'] = asked
  }
  const response = emptyResponse(204, headers)
  response.headers.delete('Content-Length')
  return response
}

/** Every answer but the empty 500, which leaves the server before the CORS step. */
export function addCors(request: Request, response: Response, vaultOrigin: string): void {
  if (response.status === 500 && response.headers.get('Content-Length') === '0') return
  for (const [name, value] of Object.entries(corsHeaders(request, vaultOrigin)))
    response.headers.set(name, value)
}
