/** A host that once carried the demo may have left its worker: it would answer in the server's place. */
export async function removeServiceWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registrations = await navigator.serviceWorker.getRegistrations().catch(() => [])
  const own = registrations.filter((r) => location.href.startsWith(r.scope))
  if (own.length === 0) return
  await Promise.all(own.map((r) => r.unregister()))
  // Unregistering leaves this page controlled; only a fresh load goes past the worker.
  if (!navigator.serviceWorker.controller) return
  location.reload()
  // Nothing may start meanwhile: a shared worker of this page would outlive the reload under the old worker.
  return new Promise(() => undefined)
}
