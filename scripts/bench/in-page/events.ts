/** Run inside the page: handed over as text, so they use nothing from outside. */

/** Notes when the first row of a log has been painted, as epoch ms. */
export function markFirstEvent(): void {
  const known = globalThis as { firstEventAt?: number }
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role="grid"] [role="rowgroup"] time')) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => (known.firstEventAt = Date.now()), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  })
  observer.observe(document, { subtree: true, childList: true })
}

/** In place of the window of the system: a file that takes what it is given, as a fast disk does. */
export function takeFiles(): void {
  const file = {
    name: 'events.csv',
    createWritable: async () => ({
      write: async () => undefined,
      close: async () => undefined,
      abort: async () => undefined,
    }),
  }
  Object.assign(globalThis, { showSaveFilePicker: async () => file })
}
