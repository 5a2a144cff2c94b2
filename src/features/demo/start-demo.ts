import { ownScriptUrl } from '#/lib/trusted-types'

/**
 * Starts the imitation server: our own service worker, and waits until it answers for this page. A session worker
 * made before that would ask the real host instead.
 */
export async function startDemo(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    throw new Error(
      'This browser offers no service worker here, which the demo needs as its server. Try another browser, or a window that is not private.',
    )
  }
  const scope = import.meta.env.BASE_URL
  await navigator.serviceWorker.register(ownScriptUrl(`${scope}sw.js`), { scope, type: 'module' })
  if (navigator.serviceWorker.controller) return
  await new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
  })
}
