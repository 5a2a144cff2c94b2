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

// What crypto/ refuses, for people. By name and reason, as pages must not load that code.
const CRYPTO_WORDS: Record<string, string> = {
  'KdfError too-weak':
    'The server asks for a key derivation that is weaker than any real account has. That can be an attack on your password: do not sign in here, and tell whoever runs the server.',
  'KdfError too-costly':
    'The server asks for a key derivation that this browser would hardly finish. Lower its settings in the web vault, or tell whoever runs the server.',
  'KdfError malformed':
    'The server describes the key derivation of this account in a way that makes no sense. Tell whoever runs it.',
  'KdfError no-password': 'Type your master password.',
  'EncryptError undefined':
    'The text holds half of a character, which cannot be stored. Type that place anew.',
}

/** The worker loads rare parts when they are wanted; by then a newer version may have taken their place. */
const LOST_PART =
  'A part of the console could not be loaded: the server did not answer, or has a newer version by now. Reload the page; what you typed waits as a sealed draft.'

function cryptoWords(error: unknown): string | undefined {
  const { name, reason } = error as { name?: string; reason?: string }
  return CRYPTO_WORDS[`${name} ${reason}`]
}

/** Errors lose their class when they are posted; these two functions carry it over. */
export function packError(error: unknown): PlainError {
  if (error instanceof ApiError) return { name: 'ApiError', init: error.toInit() }
  if (error instanceof SessionError) return { name: 'SessionError', code: error.code, message: error.message }
  if (error instanceof DOMException && error.name === 'AbortError') return { name: 'AbortError' }
  const words = cryptoWords(error)
  if (words) return { name: 'SessionError', code: 'refused', message: words }
  if (error instanceof TypeError && /module/i.test(error.message))
    return { name: 'SessionError', code: 'worker', message: LOST_PART }
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
