import { ApiError } from '#/api/error'
import type { ConflictField } from '#/domain/secret-conflict'
import { clockTime } from '#/domain/time-words'
import type { TimeZoneChoice } from '#/domain/time-words'
import { errorsByField } from '#/forms/server-errors'
import { SessionError } from '#/session/session-error'

export interface SaveFailure {
  title: string
  text: string
  /** The write may have arrived although it looks failed: it must be looked up before it is sent again. */
  isUnsure: boolean
  /** The server says “not found”: what was typed can become a new secret. */
  isGone?: boolean
  /** Complaints that belong under a field. */
  fields: Partial<Record<ConflictField, string>>
}

const WRITES = new Set(['secretCreate', 'secretUpdate'])
const NAMES = { Key: 'name', Value: 'value', Note: 'note', ProjectIds: 'projectId' } as const

/** What a failed save means for the person: what is known to have happened, and what to do. */
export function saveFailure(error: unknown, now: number, zone: TimeZoneChoice): SaveFailure {
  // A worker that broke says nothing of what it had sent before.
  if (error instanceof SessionError && error.code === 'worker') return unsure(error.message)
  if (error instanceof SessionError) return refused('It was not saved.', error.message)
  if (!(error instanceof ApiError)) return unsure(error instanceof Error ? error.message : '')
  // Before the write the secret is read again: when that fails, nothing was sent.
  const isSent = WRITES.has(error.endpoint)
  const isUnclear = error.kind !== 'status' || error.status >= 500
  if (isSent && isUnclear) return unsure(error.message)
  if (isUnclear)
    return refused(
      'Nothing was sent.',
      'The server could not be asked for the present state first. ' + error.message,
    )
  if (error.status === 404) {
    return {
      ...refused(
        'Nothing was saved: the server says “not found”.',
        'The secret or the project was deleted, or you may no longer write it; the server does not tell which. What you typed stays here. An owner or admin can look in the trash.',
      ),
      isGone: true,
    }
  }
  if (error.status === 429 && error.retryAfter !== undefined) {
    return refused(
      'Nothing was saved: the server asks to slow down.',
      `It takes the next request at ${clockTime(now + error.retryAfter * 1000, zone)}. Save again then.`,
    )
  }
  const { fields, rest } = errorsByField(error.fields, NAMES)
  const hasFields = Object.keys(fields).length > 0
  return {
    ...refused(
      'Nothing was saved: the server refused it.',
      hasFields ? ['The reason stands under the field.', ...rest].join(' ') : error.message,
    ),
    fields,
  }
}

function refused(title: string, text: string): SaveFailure {
  return { title, text, isUnsure: false, fields: {} }
}

function unsure(cause: string): SaveFailure {
  return {
    title: 'The server may or may not have saved it.',
    text: `${cause} What you typed stays here; nothing is sent again by itself.`.trim(),
    isUnsure: true,
    fields: {},
  }
}
