import { SessionHost } from './host'
import type { Port } from './host'

// One bundle for both kinds of worker: a SharedWorker has `onconnect`, a dedicated one is its own port.
const scope = globalThis as unknown as Port & { onconnect?: ((event: MessageEvent) => void) | null }
const host = new SessionHost()

if ('onconnect' in scope) {
  scope.onconnect = (event) => {
    const port = event.ports[0]
    if (port) host.connect(port)
  }
} else {
  host.connect(scope)
}
