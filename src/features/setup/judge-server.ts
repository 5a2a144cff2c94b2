import type { Answer } from '#/api/probe'
import { configEndpoints } from '#/api/contract/config'
import { identityEndpoints } from '#/api/contract/identity'
import { readPrelogin } from '#/api/kdf-settings'
import { z } from '#/lib/zod'
import type { Finding } from './finding'
import { causeOf, causeWords, jsonOf } from './judge-answer'
import { passedLines } from './lines'
import type { StepContext } from './questions'

/** "200, application/json, 512 bytes", or what came in place of an answer. */
function cameWords({ outcome, status, type, text }: Answer): string {
  if (outcome === 'none') return 'nothing'
  if (outcome === 'silence') return 'nothing within 10 s'
  if (outcome === 'redirect') return 'a redirect'
  return `${status}, ${type || 'no type'}, ${text.length.toLocaleString('en-GB')} bytes`
}

interface Sent {
  request: string
  expected: string
  along: string
}

function factsOf(answer: Answer, { request, expected, along }: Sent): Finding['facts'] {
  const server = answer.headers['server']
  return [
    ['Request', request],
    ['Expected', expected],
    ['Came', cameWords(answer)],
    ...(server ? ([['Said by', server]] as const) : []),
    ['Sent along', along],
  ]
}

const common = (answer: Answer, sent: Sent) => ({
  facts: factsOf(answer, sent),
  took: answer.took,
  ...(answer.headers['server'] && { saidBy: answer.headers['server'] }),
})

/** The finding of an answer that is not the server's; null where it is. */
function fault(answer: Answer, prefix: string, sent: Sent, context: StepContext): Finding | null {
  const cause = causeOf(answer)
  if (cause === null) return null
  const { isRule, ...words } = causeWords(cause, prefix, answer)
  return {
    tone: 'fail',
    ...words,
    ...(isRule && { lines: passedLines(context.rules, context.places) }),
    ...common(answer, sent),
  }
}

const version = z.object({
  version: z.string(),
  server: z.optional(z.nullable(z.object({ name: z.string() }))),
})

export function judgeConfig(context: StepContext): Finding {
  const answer = context.answers.config
  const sent = { request: 'GET /api/config', expected: '200, JSON with version', along: 'nothing' }
  const wrong = fault(answer, '/api', sent, context)
  if (wrong) return wrong
  const read = version.safeParse(jsonOf(answer))
  if (!read.success) {
    return {
      tone: 'fail',
      title: '/api answers, but names no version',
      text: 'JSON came, without the version that every Bitwarden-compatible server tells. Another program answers here.',
      lines: passedLines(context.rules, context.places),
      ...common(answer, sent),
    }
  }
  const { server, version: number } = read.data
  const whole = configEndpoints.configGet.response.safeParse(jsonOf(answer))
  return {
    tone: whole.success ? 'pass' : 'warn',
    title: '/api answers',
    text: whole.success
      ? `${server?.name ?? 'Bitwarden'} ${number}. Whether it has Secrets Manager is known after the sign-in.`
      : `${server?.name ?? 'Bitwarden'} ${number}, but not all it says has the form that this console knows: it may be older or newer than the console.`,
    ...common(answer, sent),
  }
}

export function judgeIdentity(context: StepContext): Finding {
  const answer = context.answers.identity
  const sent = { request: 'GET /identity/alive', expected: '200, a date', along: 'nothing' }
  // Other makes of the server have no such address; their prelogin answers all the same.
  const isUnknown = causeOf(answer) === 'unknown-path' && causeOf(context.answers.prelogin) === null
  const wrong = isUnknown ? null : fault(answer, '/identity', sent, context)
  return (
    wrong ?? {
      tone: 'pass',
      title: '/identity answers',
      text: 'Signing in and renewing a session go through it.',
      ...common(answer, sent),
    }
  )
}

export function judgePrelogin(context: StepContext): Finding {
  const answer = context.answers.prelogin
  const sent = {
    request: 'POST /identity/accounts/prelogin/password',
    expected: '200, JSON with kdf',
    along: 'an e-mail address that belongs to nobody; no password',
  }
  const wrong = fault(answer, '/identity', sent, context)
  // Two steps with the same words would look like two troubles.
  if (wrong && causeOf(answer) === causeOf(context.answers.identity)) return { ...wrong, ...sameAsAbove }
  if (wrong) return wrong.title.startsWith('/identity reaches') ? { ...wrong, ...tooOld } : wrong
  const parsed = identityEndpoints.preloginPassword.response.safeParse(jsonOf(answer))
  try {
    if (!parsed.success) throw new Error('form')
    const { kdf } = readPrelogin(parsed.data, '')
    return {
      tone: 'pass',
      title: 'The server says how to sign in',
      text: `To an unknown address it names ${kdf.type === 'argon2id' ? 'Argon2id' : `PBKDF2 with ${kdf.iterations.toLocaleString('en-GB')} rounds`}.`,
      ...common(answer, sent),
    }
  } catch {
    return {
      tone: 'fail',
      title: 'The server names no way to sign in that this console knows',
      text: 'The answer says nothing of PBKDF2 or Argon2id, so no key can be made from a master password.',
      advice: 'Update the server or the console, whichever is older.',
      ...common(answer, sent),
    }
  }
}

const sameAsAbove = {
  title: 'The server cannot be asked how to sign in',
  text: 'For the same reason as the step above.',
}

const tooOld = {
  title: 'The server does not know how this console signs in',
  text: 'The address that tells how a key is made from the password is not there. The server is too old, or a proxy lets only some addresses pass.',
}

export function judgeEvents(context: StepContext): Finding {
  const answer = context.answers.events
  const sent = { request: 'GET /events/alive', expected: 'any answer of the server', along: 'nothing' }
  // The collector has one address only, and asks for a token there: to know nothing else is its right.
  const isUnknown = causeOf(answer) === 'unknown-path' || causeOf(answer) === 'no-json'
  const wrong = isUnknown ? null : fault(answer, '/events', sent, context)
  if (wrong)
    return {
      ...wrong,
      tone: 'warn',
      text: `${wrong.text} This console works without it; other programs report reads there.`,
    }
  return {
    tone: 'pass',
    title: '/events answers',
    text: 'Only other programs use it.',
    ...common(answer, sent),
  }
}
