import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '#/api/error'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { errorReport } from '#/api/error-report'
import { pageMemory } from '#/data/page-memory'

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
  const isApi = error instanceof ApiError
  return (
    <ErrorPanel
      level={1}
      title="This page could not be shown"
      text={isApi ? error.message : 'The console itself failed while it showed this page.'}
      advice={
        isApi
          ? undefined
          : 'Reload the page. If you had just saved, look whether it has arrived before you save again.'
      }
      details={errorReport(error)}
      onRetry={() => {
        pageMemory.retry()
        reset()
        void router.invalidate()
      }}
    />
  )
}
