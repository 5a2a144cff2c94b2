import type { ReactNode } from 'react'
import { Callout } from '#/ui/Callout'
import type { SaveFailure } from './save-failure'

/** Where the act was: what is known of the failed save, and what to do. */
export function SaveFailureCallout({ failure, actions }: { failure: SaveFailure; actions?: ReactNode }) {
  return (
    <Callout
      tone={failure.isUnsure ? 'warning' : 'danger'}
      role="alert"
      title={failure.title}
      actions={actions}
    >
      {failure.text}
    </Callout>
  )
}
