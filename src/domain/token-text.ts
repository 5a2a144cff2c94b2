/** What was pasted as an access token: the token as it is sent, or why it is none, as a sentence for the field. */
export type ReadToken = { ok: true; token: string } | { ok: false; sentence: string }

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SECRET_LENGTH = 30
const SEED = /^[A-Za-z0-9+/_-]{22}(?:==)?$/

const no = (sentence: string): ReadToken => ({ ok: false, sentence })

/**
 * Judges the form of `0.<id>.<30 characters>:<base64 of 16 bytes>` (identity-and-crypto.md §4.1). Blanks around it
 * and the variable's name before it are left out; blanks inside are told, since something may be missing there.
 */
export function readTokenText(typed: string): ReadToken {
  const text = typed
    .trim()
    .replace(/^(?:export\s+)?BWS_ACCESS_TOKEN=/, '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()
  if (text === '') return no('Paste the access token that was shown when it was made.')
  if (/\s/.test(text))
    return no('There is a blank or a line end inside it. Copy it again as one piece, or take that out.')
  if (text.startsWith('eyJ'))
    return no('This is a session token, not an access token. An access token begins with “0.”.')
  const colon = text.indexOf(':')
  const [version = '', id = '', secret = '', ...more] = (colon < 0 ? text : text.slice(0, colon)).split('.')
  if (version !== '0')
    return no(
      'An access token begins with “0.” and an id. Its beginning is missing, or it is something else.',
    )
  if (!GUID.test(id)) return no('The id after “0.” is not whole. Copy the token again.')
  if (colon < 0) return no('It was cut off: the part after the colon, which opens the keys, is missing.')
  if (more.length > 0 || secret.length !== SECRET_LENGTH || !/^[A-Za-z0-9]+$/.test(secret))
    return no(
      `The part before the colon has to have ${SECRET_LENGTH} letters and digits; it has ${secret.length}. Copy the token again.`,
    )
  if (!SEED.test(text.slice(colon + 1)))
    return no(
      'The part after the colon is not whole: it was cut off, or something was added. Copy the token again.',
    )
  return { ok: true, token: text }
}
