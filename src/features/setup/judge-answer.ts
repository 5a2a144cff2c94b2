import type { Answer } from '#/api/probe'

/**
 * Why an answer is not the server's. `no-rule`: the request fell through to the console's own files, or the proxy
 * answered by itself.
 */
export type Cause =
  | 'unreachable'
  | 'silent'
  | 'redirected'
  | 'no-rule'
  | 'page'
  | 'away'
  | 'guarded'
  | 'busy'
  | 'failed'
  | 'unknown-path'
  | 'no-json'

const isPage = ({ type, text }: Answer) => type === 'text/html' || /^\s*<(?:!doctype|html)/i.test(text)
const isConsole = ({ text }: Answer) => text.includes('<title>Strongroom</title>')

/** The JSON of an answer; undefined where it is none. */
export function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Null where the server itself answered with success. Only a sentence of the server is taken from its text. */
export function causeOf(answer: Answer): Cause | null {
  if (answer.outcome === 'none') return 'unreachable'
  if (answer.outcome === 'silence') return 'silent'
  if (answer.outcome === 'redirect') return 'redirected'
  const { status } = answer
  if (status >= 502 && status <= 504) return 'away'
  if (isPage(answer)) {
    if (isConsole(answer) || status === 404 || status === 405) return 'no-rule'
    return status === 401 || status === 403 || status === 407 ? 'guarded' : 'page'
  }
  if (status === 401 || status === 403 || status === 407) return 'guarded'
  if (status === 429) return 'busy'
  if (status >= 500) return 'failed'
  if (status === 404 || status === 405) return 'unknown-path'
  if (status < 200 || status >= 300) return 'failed'
  return jsonOf(answer) === undefined ? 'no-json' : null
}

interface Words {
  title: string
  text: string
  advice?: string
  /** The lines that pass the prefixes on mend it. */
  isRule: boolean
}

/** What a cause means, for a prefix such as `/identity`. */
export function causeWords(cause: Cause, prefix: string, answer: Answer): Words {
  const rule = (title: string, text: string, advice?: string): Words => ({
    title,
    text,
    isRule: true,
    ...(advice && { advice }),
  })
  const other = (title: string, text: string, advice: string): Words => ({
    title,
    text,
    advice,
    isRule: false,
  })
  switch (cause) {
    case 'unreachable':
      return other(
        `${prefix} gives no answer`,
        'The connection was refused or cut before an answer came.',
        'Check that this machine is online, that the host of this page runs, and that no extension or filter blocks it.',
      )
    case 'silent':
      return other(
        `${prefix} stays silent`,
        'No answer came within 10 seconds.',
        'Look whether the server runs and whether a firewall stands between it and the proxy.',
      )
    case 'redirected':
      return other(
        `${prefix} is sent elsewhere`,
        'Something in front of the server redirects the request: a network that wants a sign-in of its own, a proxy with one, or a rule from http to https. Redirects are not followed, as they would carry passwords’ hashes along.',
        'Open this address in a new tab, sign in where it leads, then run again. If it is your own proxy, let it pass the three prefixes without a redirect.',
      )
    case 'no-rule':
      return rule(
        `${prefix} does not reach the server`,
        isConsole(answer)
          ? `The proxy answered by itself. It has no rule for ${prefix}, so the request fell through to the files of this console.`
          : `The proxy answered by itself (${answer.status}, a page). It has no rule for ${prefix}.`,
      )
    case 'page':
      return rule(
        `${prefix} gives a page, not the server’s API`,
        `A page came where data should be (${answer.status}, HTML). This is not the server’s API: a network’s sign-in page, the server’s web pages, or another site.`,
        'If you are in a network that wants a sign-in, open any other site first. Else the proxy passes this prefix to the wrong place:',
      )
    case 'away':
      return awayWords(prefix, answer)
    case 'guarded':
      return other(
        `${prefix} is closed by something in front of it`,
        `The request was refused (${answer.status}) although it needs no account. The server does not do that: a proxy with a sign-in of its own does.`,
        'Let the proxy pass /api, /identity and /events without asking; the server asks by itself.',
      )
    case 'busy':
      return other(
        `${prefix} asks to slow down`,
        'The server or a proxy counts too many requests from here (429).',
        'Wait a minute, then run again.',
      )
    case 'failed':
      return other(
        `${prefix} fails`,
        `The server answered, but failed (${answer.status}).`,
        'Look into the server’s own log.',
      )
    case 'unknown-path':
      return rule(
        `${prefix} reaches something that does not know the request`,
        `The answer is ${answer.status} without a page. Either the proxy takes the prefix off where the server wants it, or what answers is no Bitwarden-compatible server, or a very old one.`,
        'Pass the path on unchanged: in nginx, no slash and no path behind the address of proxy_pass.',
      )
    case 'no-json':
      return rule(
        `${prefix} answers with something else than data`,
        `Status ${answer.status}, but no JSON. What answers is not the server’s API.`,
      )
  }
}

function awayWords(prefix: string, answer: Answer): Words {
  const body = jsonOf(answer)
  // The local server says in a sentence why; of other proxies' texts nothing is shown.
  const said =
    typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
      ? body.message
      : null
  return {
    title: `${prefix}: the proxy cannot reach the server`,
    text: `Something in front of the server answered in its place (${answer.status}): it has a rule for ${prefix}, but found nobody behind it.`,
    advice:
      said ??
      'Check that the server runs, that the address in the rule is right, and that the proxy trusts its certificate (its error log says which).',
    isRule: false,
  }
}
