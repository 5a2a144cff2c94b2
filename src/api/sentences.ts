import type { ErrorBody } from './error-body'

const MODEL_STATE = /model state is invalid|^Errors have occurred\.$/i

/**
 * One sentence for the person: the server's own where it says what is wrong, else ours, by status. The status
 * decides alone: texts are shown, never interpreted.
 */
export function statusSentence(
  status: number,
  body: ErrorBody,
  retryAfter: number | undefined,
  isWrite: boolean,
): string {
  if (status === 429) return paceSentence(retryAfter)
  if (status === 413) return 'The server refuses this much data at once. Send less.'
  if (status === 401) {
    return body.form === 'empty'
      ? 'The server no longer accepts this session. Sign in again to go on.'
      : 'You are not permitted to do this. An owner or admin of the organization can.'
  }
  if (status === 403) return 'You are not permitted to do this. Ask an owner or admin of the organization.'
  if (status === 404)
    return 'This does not exist, or you have no right to it. It may have been deleted meanwhile.'
  if (status === 405 || status === 415) {
    return 'This server does not know this request. Its version may be too old for the console.'
  }
  if (status >= 502 && status <= 504) {
    return `Something in front of the server answered that it cannot reach it (${status}). ${next(isWrite, 'Wait a minute, then')}`
  }
  if (status >= 500) {
    return isWrite
      ? `The server failed (${status}). Look whether the change that you sent has arrived before you try again.`
      : `The server failed (${status}). Nothing was changed. Wait a minute, then try again.`
  }
  return refusalSentence(status, body)
}

/** A write may have arrived although the answer is not the server's: trying again blindly could do it twice. */
const next = (isWrite: boolean, before: string): string =>
  isWrite ? `${before} look whether the change has arrived before you try again.` : `${before} try again.`

export const redirectSentence = (isWrite: boolean): string =>
  `Something in front of the server sent this request elsewhere, perhaps to a sign-in page of its own. ${next(isWrite, 'Open the server’s address in a new tab, sign in there, then')}`

export const foreignSentence = (status: number, isWrite: boolean): string =>
  `Something other than the server answered (${status}), perhaps a proxy or the sign-in page of a network. ${next(isWrite, 'Open the server’s address in a new tab to see it, then')}`

function refusalSentence(status: number, body: ErrorBody): string {
  const [firstField] = Object.values(body.fields).flat()
  if (firstField && (!body.text || MODEL_STATE.test(body.text))) return firstField
  if (body.text) return body.text
  if (body.code) return oauthSentences[body.code] ?? unsupported
  return `The server refused the request (${status}) without a reason. Reload the page and try again.`
}

const unsupported = 'The server does not support this way of signing in.'

const oauthSentences: Record<string, string> = {
  invalid_client:
    'The server does not accept these credentials: unknown, replaced, expired or switched off. Check them, or have new ones made.',
  invalid_grant: 'The server has ended this session. Sign in again to go on.',
}

function paceSentence(retryAfter: number | undefined): string {
  const wait = retryAfter === undefined ? 'a minute' : retryAfter === 1 ? '1 second' : `${retryAfter} seconds`
  return `The server asks to slow down. Wait ${wait}, then try again.`
}

/** `isWrite`: the request may have arrived although its answer did not. */
export function networkSentence(isWrite: boolean): string {
  // Node's navigator has no `onLine`.
  const isOffline = typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine
  const cause = isOffline ? 'This machine is offline.' : 'The server cannot be reached.'
  return isWrite
    ? `${cause} Check the network, then look whether the change has arrived before you try again.`
    : `${cause} Check the network, then try again.`
}

/** `path` names the wrong field, `''` the answer as a whole. */
export function contractSentence(endpoint: string, path: string, isWrite: boolean): string {
  const where = path === '' ? endpoint : `${endpoint}: ${path}`
  const look = isWrite ? ' Look whether the change has arrived before you try again.' : ''
  return `The server answered in a form that this console does not know (${where}). The versions of server and console may not fit; tell whoever runs the server.${look}`
}
