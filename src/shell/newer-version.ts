import { useSyncExternalStore } from 'react'
import { session } from '#/session/session'

/*
  Somebody puts a newer version of the console on the server while this one runs. Its parts that are not loaded yet may
  be gone then. So the page on the server is compared with this one: when a part cannot be had, when the tab is looked
  at again, and now and then.
*/

const EVERY = 15 * 60_000
const AT_MOST_EVERY = 60_000
const LOST_PART = 'A part of the console could not be loaded.'

let isNewer = false
let lookedAt = 0
const listeners = new Set<() => void>()

export const lostPart = (): Error => new Error(LOST_PART)
export const isLostPart = (error: unknown): boolean => error instanceof Error && error.message === LOST_PART

/** True where `html` is this console's page and starts other code than `entry`, the address of what runs here. */
export function isOtherVersion(html: string, entry: string): boolean {
  return html.includes('<div id="root">') && html.includes('type="module"') && !html.includes(`"${entry}"`)
}

/** The page itself, from whoever serves it: no request of the API, and without its token. */
const fetchPage = (method: 'GET' | 'HEAD'): Promise<Response> =>
  // oxlint-disable-next-line strongroom/one-fetch
  fetch(import.meta.env.BASE_URL, { method, cache: 'no-store', headers: { Accept: 'text/html' } })

/** Whether the console's files can be had at all. */
export const pageAnswers = (): Promise<boolean> =>
  fetchPage('HEAD').then(
    ({ ok }) => ok,
    () => false,
  )

async function look(): Promise<void> {
  const entry = document.querySelector('script[type="module"][src]')?.getAttribute('src')
  if (isNewer || !entry) return
  lookedAt = performance.now()
  try {
    const response = await fetchPage('GET')
    if (!response.ok || !isOtherVersion(await response.text(), entry)) return
  } catch {
    // Without network nothing is known; the next look tells.
    return
  }
  isNewer = true
  for (const listener of listeners) listener()
}

export function watchForNewerVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    // Under its own words the router would load the page anew unasked, in the midst of work and without network too.
    event.payload.message = LOST_PART
    void look()
  })
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && performance.now() - lookedAt > AT_MOST_EVERY) void look()
  })
  setInterval(() => document.hidden || void look(), EVERY)
}

export const useNewerVersion = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isNewer,
  )

/** What stands in forms is sealed first: it waits as drafts. */
export async function reloadConsole(): Promise<void> {
  await session.sealForms()
  location.reload()
}
