import { SessionHost } from './host'
import type { Port } from './host'

// One bundle for both kinds of worker: a SharedWorker has `onconnect`, a dedicated one is its own port.
const scope = globalThis as unknown as Port & { onconnect?: ((event: MessageEvent) => void) | null }

// A lock reaches the workers of other tabs by the channel, and where one worker is shared, that of another version.
const host = new SessionHost({ others: new BroadcastChannel('strongroom-session') })

if ('onconnect' in scope) {
  scope.onconnect = (event) => {
    const port = event.ports[0]
    if (port) host.connect(port)
  }
} else {
  host.connect(scope)
}
