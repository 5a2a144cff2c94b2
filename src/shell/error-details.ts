import { ApiError } from '#/api/error'

/** What may be pasted into a ticket: endpoint, status and kind; no message of the server, since it could quote. */
export function errorDetails(error: unknown): string {
  const lines = [`Strongroom ${import.meta.env['VITE_VERSION'] ?? ''}`.trim(), new Date().toISOString()]
  if (error instanceof ApiError)
    lines.push(`endpoint ${error.endpoint}`, `kind ${error.kind}`, `status ${error.status}`)
  else if (error instanceof Error) lines.push(error.name)
  return lines.join('\n')
}
