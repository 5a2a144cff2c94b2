import { Banner } from '#/ui/Banner'
import { Button } from '#/ui/Button'

interface Props {
  error: Error
  isFetching: boolean
  onRetry: () => void
}

/** Over a list that is there, but could not be read again. */
export function StaleBanner({ error, isFetching, onRetry }: Props) {
  return (
    <Banner
      tone="warning"
      role="status"
      actions={
        <Button size={28} busy={isFetching} onClick={onRetry}>
          Read again
        </Button>
      }
    >
      The list could not be read again: {error.message} What you see is as it was loaded last.
    </Banner>
  )
}
