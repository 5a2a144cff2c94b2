import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '#/api/error'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { errorReport } from '#/api/error-report'
import { pageMemory } from '#/data/page-memory'
import { Button } from '#/ui/Button'
import { isLostPart, reloadConsole, useNewerVersion } from './newer-version'

/** Where the frame itself failed too. */
export function RootError(props: ErrorComponentProps) {
  return (
    <main>
      <RouteError {...props} />
    </main>
  )
}

/** A page that could not be shown: what failed, which request, what to try. Retry resets router and queries alike. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const isNewer = useNewerVersion()
  const isApi = error instanceof ApiError
  const isLost = isLostPart(error)
  return (
    <ErrorPanel
      level={1}
      title="This page could not be shown"
      text={
        isApi
          ? error.message
          : isLost
            ? lostWords(isNewer)
            : 'The console itself failed while it showed this page.'
      }
      advice={
        isApi
          ? undefined
          : isLost
            ? 'Reload the page: what you typed waits as a sealed draft.'
            : 'Reload the page. If you had just saved, look whether it has arrived before you save again.'
      }
      actions={isLost && <Button onClick={() => void reloadConsole()}>Reload the page</Button>}
      details={errorReport(error)}
      onRetry={() => {
        pageMemory.retry()
        reset()
        void router.invalidate()
      }}
    />
  )
}

const lostWords = (isNewer: boolean): string =>
  isNewer
    ? 'A newer version of the console is on the server, and this part of the one that runs here is gone.'
    : 'A part of the console could not be loaded: the server did not answer, or no longer has it.'
