import { ApiError } from './error'
import { errorReport } from './error-report'

/** Why a list could not be read, as a page tells it. */
export interface Failure {
  /** A sentence for the person. */
  message: string
  /** The server says that it is not permitted, or that nothing is there: most of the time the same. */
  isRefused: boolean
  /** "status 500", "no answer", "not the server’s answer". */
  how: string
  /** What may be pasted into a ticket. */
  details: string
}

/** How a request ended, under the line that names it. */
export function howItEnded(error: Error): string {
  if (error instanceof ApiError && error.kind === 'foreign') return 'not the server’s answer'
  return error instanceof ApiError && error.status > 0 ? `status ${error.status}` : 'no answer'
}

/** Null where nothing failed. 404 counts as refused: the server hides what is not permitted (secrets-manager-api.md). */
export function failureOf(error: Error | null): Failure | null {
  if (!error) return null
  const status = error instanceof ApiError ? error.status : 0
  return {
    message: error.message,
    isRefused: error instanceof ApiError && (error.isNotPermitted || status === 404),
    how: howItEnded(error),
    details: errorReport(error),
  }
}
