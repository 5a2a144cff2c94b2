import workerUrl from '#/session/worker/main?worker&url'
import { probe, type Answer, type Question } from '#/api/probe'
import type { Places } from './lines'
import type { Rules } from './rules'

const base = import.meta.env.BASE_URL
const entry = () => document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? base

/** An address of the reserved names: it can belong to nobody. */
const NOBODY = 'nobody@strongroom.invalid'

/** As somebody asks who types the address. */
const file = (path: string): Question => ({ method: 'GET', path, accept: 'text/html,*/*' })

const questions = {
  config: () => ({ method: 'GET', path: '/api/config' }),
  identity: () => ({ method: 'GET', path: '/identity/alive' }),
  prelogin: () => ({ method: 'POST', path: '/identity/accounts/prelogin/password', body: { email: NOBODY } }),
  events: () => ({ method: 'GET', path: '/events/alive' }),
  page: () => file(base),
  script: () => file(entry()),
  worker: () => file(workerUrl),
  deepLink: () => file(`${base}orgs/doctor/secrets`),
  absent: () => file(`${base}assets/doctor-DOCTOR00.js`),
} satisfies Record<string, () => Question>

export type Asked = keyof typeof questions
export type Answers = Readonly<Record<Asked, Answer>>

export interface StepContext {
  answers: Answers
  rules: Rules
  places: Places
}

/** Asks all at once, since none waits for another, and tells each answer as it comes. */
export function askAll(tell: (name: Asked, answer: Answer) => void, signal: AbortSignal): void {
  for (const name of Object.keys(questions) as Asked[]) {
    probe(questions[name](), signal).then(
      (answer) => {
        if (!signal.aborted) tell(name, answer)
      },
      () => undefined,
    )
  }
}
