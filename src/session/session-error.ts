import { ApiError } from '#/api/error'

export type SessionErrorCode =
  | 'locked'
  | 'ended'
  | 'wrong-password'
  | 'refused'
  | 'unsupported'
  | 'no-key'
  | 'unreadable'
  | 'not-compatible'
  | 'worker'
  | 'storage'

/** A refusal that this client decides by itself; `message` is a sentence for the person. */
export class SessionError extends Error {
  readonly code: SessionErrorCode
  constructor(code: SessionErrorCode, message: string) {
    super(message)
    this.name = 'SessionError'
    this.code = code
  }
}

type PlainError =
  | { name: 'ApiError'; init: ConstructorParameters<typeof ApiError>[0] }
  | { name: 'SessionError'; code: SessionErrorCode; message: string }
  | { name: 'AbortError' }
  | { name: 'Error'; message: string }

// Of crypto/: sentences of ours that quote nothing. By name, as pages must not load that code.
const OWN_WORDS = new Set(['KdfError', 'EncryptError', 'DecryptError'])

/** Errors lose their class when they are posted; these two functions carry it over. */
export function packError(error: unknown): PlainError {
  if (error instanceof ApiError) return { name: 'ApiError', init: error.toInit() }
  if (error instanceof SessionError) return { name: 'SessionError', code: error.code, message: error.message }
  if (error instanceof DOMException && error.name === 'AbortError') return { name: 'AbortError' }
  if (error instanceof Error && OWN_WORDS.has(error.name)) return { name: 'Error', message: error.message }
  // Messages of the platform can quote what they stumbled over (JSON.parse does), so only the kind is told.
  const kind = error instanceof Error ? error.name : 'unknown'
  return {
    name: 'Error',
    message: `The console itself failed here (${kind}). Reload the page; if it happens again, tell whoever runs it.`,
  }
}

export function unpackError(plain: unknown): Error {
  const error = plain as PlainError
  if (error.name === 'ApiError') return new ApiError(error.init)
  if (error.name === 'SessionError') return new SessionError(error.code, error.message)
  if (error.name === 'AbortError') return new DOMException('Cancelled.', 'AbortError')
  return new Error(error.message)
}
