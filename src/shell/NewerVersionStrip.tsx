import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'
import { reloadConsole, useNewerVersion } from './newer-version'

/** Part of the frame, not loaded when it is needed: by then its file may be gone. */
export function NewerVersionStrip() {
  if (!useNewerVersion()) return null
  return (
    <Banner
      role="status"
      actions={
        <Button size={28} onClick={() => void reloadConsole()}>
          Reload
        </Button>
      }
    >
      A newer version of the console is on the server. Reload when it suits you: what you typed waits as a
      sealed draft, jobs go on where they stopped, and the master password may be asked for.
    </Banner>
  )
}
