import './ui/theme.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followOtherTabs, onSettings, settings } from './data/settings'
import { createAppRouter } from './router'
import { session } from './session/session'
import { followSession } from './shell/follow-session'
import { watchForNewerVersion } from './shell/newer-version'
import { removeServiceWorkers } from './shell/no-service-worker'
import { renderStartFailure } from './shell/start-failure'
import { applyTheme } from './ui/theme'

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')

applyTheme(settings())
followOtherTabs()
watchForNewerVersion()
onSettings(() => {
  applyTheme(settings())
  session.setLockAfter(settings().lockAfter)
})

/** The connection doctor opens without a session: it tells why there is none. */
async function startSession(): Promise<void> {
  try {
    if (!globalThis.isSecureContext) throw new Error('insecure')
    await session.start(settings().lockAfter)
  } catch (error) {
    if (location.pathname !== `${import.meta.env.BASE_URL}setup`) throw error
  }
}

// Not awaited at the top: that would keep the bundler from merging what the entry shares.
async function start(root: HTMLElement): Promise<void> {
  try {
    if (import.meta.env.MODE === 'demo') await (await import('./features/demo/start-demo')).startDemo()
    else await removeServiceWorkers()
    await startSession()
    const router = createAppRouter(import.meta.env.BASE_URL)
    followSession(router)
    createRoot(root).render(
      <StrictMode>
        <RouterProvider router={router} />
      </StrictMode>,
    )
  } catch (error) {
    renderStartFailure(root, error)
  }
}

void start(element)
