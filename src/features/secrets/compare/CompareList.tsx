import type { Author as AuthorOf } from '#/domain/history-types'
import { Chip } from '#/ui/Chip'
import { cx } from '#/ui/cx'
import { Select } from '#/ui/Select'
import { VersionAuthor, VersionSpan } from '#/features/secrets/versions/VersionWords'
import { choiceName, type Choice } from './choices'

interface Props {
  /** Oldest first. */
  choices: readonly Choice[]
  a: Choice | null
  b: Choice | null
  nameOf: (author: AuthorOf) => string
  onChoose: (side: 'a' | 'b', choice: Choice) => void
}

/** All values beside the comparison, newest first; each can stand for A or for B. */
export function CompareList({ choices, a, b, nameOf, onChoose }: Props) {
  return (
    <ol aria-label="Versions to compare, newest first">
      {choices.toReversed().map((choice) => {
        const isPicked = choice === a || choice === b
        return (
          <li
            key={`${choice.number} ${choice.id}`}
            className={cx('relative flex gap-3 px-4 py-2', isPicked && 'bg-selection')}
          >
            <span
              aria-hidden
              className={cx(
                'mt-1.5 size-2.5 shrink-0 rounded-full border-2',
                isPicked ? 'border-accent bg-accent' : 'border-muted bg-surface',
              )}
            />
            <div className="min-w-0 flex-1">
              <h3 className="flex items-center gap-2 font-semibold">
                {choice.number === null ? 'Current value' : `Version ${choice.number}`}
                {choice.entry?.isCurrent && <Chip>Current</Chip>}
              </h3>
              {choice.entry ? (
                <>
                  <p>
                    <VersionAuthor entry={choice.entry} nameOf={nameOf} />
                  </p>
                  <p className="text-meta text-muted">
                    <VersionSpan entry={choice.entry} />
                  </p>
                </>
              ) : (
                <p className="text-meta text-muted">
                  Not read yet: it may be one of the versions below. Comparing it records a read.
                </p>
              )}
            </div>
            {choice.id === null ? (
              <span className="text-meta text-muted">Not kept</span>
            ) : (
              <span className="inline-flex h-6 shrink-0 overflow-hidden rounded-control border border-button-line">
                {(['a', 'b'] as const).map((side) => {
                  const isOn = choice === (side === 'a' ? a : b)
                  return (
                    <button
                      key={side}
                      type="button"
                      aria-pressed={isOn}
                      aria-label={`${choiceName(choice)} as ${side.toUpperCase()}`}
                      onClick={() => onChoose(side, choice)}
                      className={cx(
                        'min-w-6 px-1.5 text-meta focus-inside not-first:border-l not-first:border-button-line',
                        isOn ? 'bg-accent font-medium text-on-accent' : 'bg-button hover:bg-hover',
                      )}
                    >
                      {side.toUpperCase()}
                    </button>
                  )
                })}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** The same below 1024 px: two selects over the comparison. */
export function CompareSelects({ choices, a, b, onChoose }: Omit<Props, 'nameOf'>) {
  const options = choices
    .map((choice, index) => ({
      value: String(index),
      label: choiceName(choice),
      isClosed: choice.id === null,
    }))
    .toReversed()
  const valueOf = (choice: Choice | null) => (choice ? String(choices.indexOf(choice)) : '')
  return (
    <div className="grid grid-cols-2 gap-3">
      {(['a', 'b'] as const).map((side) => (
        <Select
          key={side}
          label={side === 'a' ? 'A, the older' : 'B, the newer'}
          options={options}
          value={valueOf(side === 'a' ? a : b)}
          onChange={(index) => {
            const choice = choices[Number(index)]
            if (choice) onChoose(side, choice)
          }}
        />
      ))}
    </div>
  )
}
