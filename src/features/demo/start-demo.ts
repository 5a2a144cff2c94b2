import { ownScriptUrl } from '#/lib/trusted-types'
import { SessionError } from '#/session/session-error'

const MAY_TAKE = 20_000
const NONE =
  'This browser allows no service worker here, and the demo needs one as its server. Try another browser, or a window that is not private.'
const LATE = 'The demo’s server did not start in this browser. Close other tabs of it, then reload this one.'

/**
 * Starts the imitation server: our own service worker, and waits until it answers for this page. A session worker
 * made before that would ask the real host instead.
 */
export async function startDemo(): Promise<void> {
  if (!('serviceWorker' in navigator)) throw new SessionError('worker', NONE)
  const scope = import.meta.env.BASE_URL
  const wasActive = await register(scope)
  if (navigator.serviceWorker.controller) return
  // A reload with Shift goes past a worker that is there already, and nothing but another load leads back to it.
  if (wasActive && !hasReloaded()) await reloadOnce()
  await controlled()
}

/** Whether there was an active worker before. */
async function register(scope: string): Promise<boolean> {
  try {
    const before = await navigator.serviceWorker.getRegistration(scope)
    await navigator.serviceWorker.register(ownScriptUrl(`${scope}sw.js`), { scope })
    return Boolean(before?.active)
  } catch {
    throw new SessionError('worker', NONE)
  }
}

const hasReloaded = () => Boolean((history.state as { demoReloaded?: boolean } | null)?.demoReloaded)

function reloadOnce(): Promise<never> {
  history.replaceState({ demoReloaded: true }, '')
  location.reload()
  return new Promise(() => undefined)
}

function controlled(): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new SessionError('worker', LATE)), MAY_TAKE)
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        clearTimeout(late)
        resolve()
      },
      { once: true },
    )
  })
}
