import { SessionHost } from './host'
import type { Port } from './host'

// One bundle for both kinds of worker: a SharedWorker has `onconnect`, a dedicated one is its own port.
const scope = globalThis as unknown as Port & { onconnect?: ((event: MessageEvent) => void) | null }

if ('onconnect' in scope) {
  const host = new SessionHost()
  scope.onconnect = (event) => {
    const port = event.ports[0]
    if (port) host.connect(port)
  }
} else {
  new SessionHost({ others: new BroadcastChannel('strongroom-session') }).connect(scope)
}
