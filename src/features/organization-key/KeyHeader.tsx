import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import { AgeTrack, daysOf } from './AgeTrack'

interface Props {
  /** When the key was made; null: there is none; undefined: not known. */
  changedAt: number | null | undefined
  /** That of the one before, while a rotation is under way. */
  before: number | null
  now: number
}

/** Age first: read without revealing the key and without making one. */
export function KeyHeader({ changedAt, before, now }: Props) {
  const { timeZone } = useSettings()
  return (
    <section
      aria-label="Age of the key"
      className="flex shrink-0 flex-wrap items-center gap-x-6 gap-y-3 border-b border-line-strong px-4 py-3"
    >
      <div className="w-80 max-w-full">
        <h2 className="text-section font-semibold">Organization API key</h2>
        <p className="text-meta text-muted">
          Gives full use of the Public API: members, groups, collections, policies and events. It opens no
          secret. Its age is read without revealing it.
        </p>
      </div>
      <div className="w-48 shrink-0">
        {typeof changedAt === 'number' ? (
          <>
            <p className="text-title font-semibold tabular-nums">{daysOf(now - changedAt)}</p>
            <p className="text-meta text-muted">
              days, since <time>{absoluteTime(changedAt, timeZone)}</time>
            </p>
          </>
        ) : (
          <p className="text-muted">
            {changedAt === null ? 'There is no key yet. Viewing makes one.' : 'Its age is not known.'}
          </p>
        )}
      </div>
      {typeof changedAt === 'number' && (
        <AgeTrack
          days={daysOf(now - changedAt)}
          was={before === null || before === changedAt ? null : daysOf(changedAt - before)}
        />
      )}
    </section>
  )
}
