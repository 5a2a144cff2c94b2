import './host/worker-local-storage'
import { MockServer } from './server'
import { WorkerStore } from './host/worker-store'

/** The parts of a service worker's global scope used here; TypeScript has them in a library that excludes the DOM's. */
interface WorkerScope {
  registration: { scope: string }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void
}

interface LifeEvent {
  waitUntil(done: Promise<unknown>): void
}

interface RequestEvent extends LifeEvent {
  request: Request
  respondWith(response: Promise<Response>): void
}

const scope = globalThis as unknown as WorkerScope
const { origin, pathname } = new URL(scope.registration.scope)
const base = pathname.replace(/\/$/, '')
const served = /^\/(?:api|identity|events|__mock)(?:\/|$)/i

const mock = new MockServer({
  seed: { seed: 'demo' },
  base,
  store: new WorkerStore(`strongroom-demo${base}`),
  switches: { wrongPasswordDelay: 2_000 },
})

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim())
  // The first request should not have to wait for the seed.
  event.waitUntil(mock.databases.get('default'))
})

scope.addEventListener('fetch', (event) => {
  const { origin: asked, pathname: path } = new URL(event.request.url)
  // Under a base path the console still asks at the root, as it does behind a real server.
  const ownPath = path.startsWith(`${base}/`) ? path.slice(base.length) : path
  if (asked !== origin || !served.test(ownPath)) return
  event.respondWith(mock.fetch(event.request))
})
