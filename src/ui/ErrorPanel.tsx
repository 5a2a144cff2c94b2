import { RefreshCw, Unplug } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Button } from './Button'
import { CopyButton } from './CopyButton'
import { EmptyState } from './EmptyState'
import type { IconType } from './Icon'

type ErrorPanelProps = {
  /** "Secrets could not be loaded". */
  title: string
  /** What happened, and what is not known because of it. */
  text: ReactNode
  /** "GET /api/organizations/6f3d9a10…/secrets", and how it ended, a line each. No secrets. */
  request?: readonly string[]
  /** What to try, when trying again alone may not help. */
  advice?: ReactNode
  /** What Copy details copies: the caller takes care that nothing secret is in it. */
  details: string
  icon?: IconType
  onRetry?: (() => void) | undefined
  retryBusy?: boolean
  actions?: ReactNode
  level?: 1 | 2
}

export function ErrorPanel(props: ErrorPanelProps) {
  const {
    title,
    text,
    request,
    advice,
    details,
    icon = Unplug,
    onRetry,
    retryBusy,
    actions,
    level = 2,
  } = props
  return (
    <div role="alert">
      <EmptyState
        icon={icon}
        iconTone="danger"
        title={title}
        text={text}
        level={level}
        actions={
          <>
            {onRetry && (
              <Button variant="solid" icon={RefreshCw} busy={retryBusy} onClick={onRetry}>
                Try again
              </Button>
            )}
            {actions}
            <CopyButton text={details} label="Copy details" />
          </>
        }
      >
        {(request || advice) && (
          <>
            {request && (
              <pre className="rounded-control border border-line-strong bg-sunken px-3 py-2 font-mono text-meta/5 wrap-anywhere whitespace-pre-wrap">
                {byParts(request.join('\n'))}
              </pre>
            )}
            {advice && <p className="mt-3">{advice}</p>}
          </>
        )}
      </EmptyState>
    </div>
  )
}

/** A path may break after its slashes, where a narrow screen would cut a word. */
function byParts(text: string): ReactNode {
  return text.split(/(?<=\/)/).map((part, i) => (
    // The parts of a path never change places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
