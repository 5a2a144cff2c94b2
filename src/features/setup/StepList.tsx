import { CircleCheck, LoaderCircle, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '#/ui/cx'
import { Icon, type IconType } from '#/ui/Icon'
import type { Finding, Tone } from './finding'

interface Props {
  steps: readonly { id: string; asks: string; finding: Finding | null }[]
  openId: string | null
  onOpen: (id: string) => void
  /** Stands under the open step where there is no room beside the list. */
  detail: ReactNode
}

const looks: Record<Tone, { shape: IconType; color: string; word: string }> = {
  pass: { shape: CircleCheck, color: 'text-good', word: 'Passed' },
  warn: { shape: TriangleAlert, color: 'text-warning-icon', word: 'Should be mended' },
  fail: { shape: OctagonAlert, color: 'text-danger', word: 'Failed' },
}

export function StepList({ steps, openId, onOpen, detail }: Props) {
  return (
    <ol aria-label="Steps">
      {steps.map(({ id, asks, finding }) => (
        <li
          key={id}
          className={cx(
            'relative flex gap-3 border-b border-line-strong py-3',
            // In high contrast the grounds are one: the bar tells the open step there.
            id === openId && finding && '-mx-4 px-4 [box-shadow:inset_2px_0_0_var(--accent-text)]',
            id === openId && finding?.tone === 'fail' && 'bg-danger-soft',
            id === openId && finding?.tone === 'warn' && 'bg-warning-soft',
            id === openId && finding?.tone === 'pass' && 'bg-sunken',
          )}
        >
          {finding ? (
            <>
              <Icon of={looks[finding.tone].shape} size={20} className={looks[finding.tone].color} />
              <div className="min-w-0 flex-1">
                <div className="flex items-start justify-between gap-3">
                  <h2 className="min-w-0 font-medium wrap-anywhere">
                    <button
                      type="button"
                      aria-pressed={id === openId}
                      onClick={() => onOpen(id)}
                      className="rounded-chip text-left after:absolute after:inset-0"
                    >
                      <span className="sr-only">{looks[finding.tone].word}: </span>
                      {finding.title}
                    </button>
                  </h2>
                  {finding.took > 0 && (
                    <span className="shrink-0 text-meta text-muted">{finding.took} ms</span>
                  )}
                </div>
                <p className="text-muted">{finding.text}</p>
                {id === openId && detail && <div className="relative mt-4">{detail}</div>}
              </div>
            </>
          ) : (
            <>
              <Icon of={LoaderCircle} size={20} className="animate-spin text-muted" />
              <p className="text-muted">{asks}</p>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
