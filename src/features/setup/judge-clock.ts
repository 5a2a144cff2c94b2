import type { Answer } from '#/api/probe'
import type { Finding } from './finding'
import { causeOf } from './judge-answer'
import type { StepContext } from './questions'

// An authenticator's code holds 30 s, and servers take the neighbours too.
const WORTH_SAYING = 60_000

/** The server's `Date` against this machine's clock in the middle of the same request. */
export function judgeClock({ answers: { config } }: Pick<StepContext, 'answers'>): Finding {
  const date = Date.parse(config.headers['date'] ?? '')
  const about = {
    took: config.took,
    facts: [['Request', 'GET /api/config'] as const, ['Read', 'Date of the answer'] as const],
  }
  if (Number.isNaN(date) || causeOf(config) !== null) {
    return {
      tone: 'warn',
      title: 'The clocks cannot be compared',
      text: reason(config),
      ...about,
    }
  }
  const skew = config.askedAt - date
  const facts = [
    ...about.facts,
    ['Server', new Date(date).toISOString()] as const,
    ['This machine', new Date(config.askedAt).toISOString()] as const,
  ]
  if (Math.abs(skew) < WORTH_SAYING) {
    return {
      tone: 'pass',
      title: 'The clocks agree',
      text: 'Within a minute, as far as an answer can tell.',
      took: config.took,
      facts,
    }
  }
  return {
    tone: 'warn',
    title: `The clocks differ by ${spanWords(Math.abs(skew))}`,
    text: `This machine is ${skew > 0 ? 'ahead' : 'behind'}. Authenticator codes may be refused; sessions are not affected.`,
    advice:
      'Let both machines set their clocks by the network (NTP). The wrong one is whichever differs from your telephone.',
    took: config.took,
    facts,
  }
}

function reason(config: Answer): string {
  if (config.outcome === 'redirect')
    return '/api is sent elsewhere, and what answers there is not the server.'
  if (config.outcome !== 'answer') return 'Nothing answered at /api.'
  return causeOf(config) === null
    ? 'The answer carried no Date, which a proxy has taken away or nobody sent.'
    : 'What answered at /api is not the server.'
}

function spanWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 2) return 'a minute'
  if (minutes < 120) return `${minutes} minutes`
  return minutes < 2_880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1_440)} days`
}
