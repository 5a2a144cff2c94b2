import { CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import type { KeyTest } from '#/data/organization-key'
import { Icon } from '#/ui/Icon'
import { cx } from '#/ui/cx'

export interface Check {
  title: string
  request: string
  state: 'passed' | 'failed' | 'waiting' | 'running'
  words: ReactNode
}

const marks = {
  passed: { icon: CircleCheck, tone: 'text-good', word: 'Passed' },
  failed: { icon: CircleX, tone: 'text-danger', word: 'Failed' },
  waiting: { icon: CircleDashed, tone: 'text-muted', word: 'Not run' },
  running: { icon: LoaderCircle, tone: 'animate-spin text-muted', word: 'Running' },
}

/** Requests that were made, and what came back, a line each. */
export function CheckRows({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="@container border-t border-line">
      {checks.map(({ title, request, state, words }) => {
        const mark = marks[state]
        return (
          <li
            key={title}
            className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-b border-line py-2 @min-[42rem]:grid-cols-[1rem_9rem_15rem_minmax(0,1fr)]"
          >
            <Icon of={mark.icon} className={cx('mt-0.5', mark.tone)} />
            <span>
              {title}
              <span className="sr-only">: {mark.word}.</span>
            </span>
            <span className="font-mono text-meta/5 wrap-anywhere text-muted @max-[42rem]:col-start-2">
              {request}
            </span>
            <span className="wrap-anywhere @max-[42rem]:col-start-2">{words}</span>
          </li>
        )
      })}
    </ul>
  )
}

const EXCHANGE = 'POST /identity/connect/token'
const READ = 'GET /api/public/members'

/** What a test gave. `members`: how many this console sees; null where it does not know. */
export function testChecks(test: KeyTest | null, isRunning: boolean, members: number | null): Check[] {
  const open = isRunning ? 'running' : 'waiting'
  const exchange = test?.exchange
  const read = test?.read
  return [
    {
      title: 'Token exchange',
      request: EXCHANGE,
      state: exchange ? (exchange.ok ? 'passed' : 'failed') : open,
      words: exchange ? exchangeWords(exchange) : '',
    },
    {
      title: 'One read with it',
      request: READ,
      state: read ? (read.ok ? 'passed' : 'failed') : exchange ? 'waiting' : open,
      words: read
        ? read.ok
          ? `200 in ${read.ms} ms. ${countWords(read.members)}${sameWords(read.members, members)}`
          : read.message
        : exchange && !exchange.ok
          ? 'Not asked: there is no token.'
          : '',
    },
  ]
}

function exchangeWords(exchange: KeyTest['exchange']): string {
  if (!exchange.ok)
    return exchange.isRefused ? `${exchange.status} invalid_client in ${exchange.ms} ms` : exchange.message
  const scope = exchange.scope ? `, scope ${exchange.scope}` : ''
  return `200 in ${exchange.ms} ms. Bearer token for ${exchange.expiresIn.toLocaleString('en-GB')} s${scope}`
}

const countWords = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'member' : 'members'}`

function sameWords(count: number, known: number | null): string {
  if (known === null) return ''
  return count === known ? ', the number this console sees too' : `, this console sees ${known}`
}

export const OLD_KEY = { title: 'The old key is refused', request: EXCHANGE }
