import { ApiError } from './error'

/**
 * What may be pasted into a ticket: time, endpoint, kind and status. Never a message of the server, since one
 * could quote what was sent.
 */
export function errorReport(error: unknown): string {
  const lines = [`Strongroom, ${new Date().toISOString()}`]
  if (error instanceof ApiError)
    lines.push(`endpoint ${error.endpoint}`, `kind ${error.kind}`, `status ${error.status}`)
  else if (error instanceof Error) lines.push(error.name)
  return lines.join('\n')
}
