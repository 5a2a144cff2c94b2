import { Activity, History, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon, type IconType } from '#/ui/Icon'
import { oneEvent, recordsOne } from '#/domain/coverage/traces'

interface Props {
  isNew?: boolean
  isValueChanged: boolean
  isMoved: boolean
  /** Which version a changed value becomes; left out where that is not known. */
  next?: { number: number; isOldestLost: boolean } | null
}

/** What saving does beside saving: history, readers, what the server records. */
export function AfterSaving({ isNew = false, isValueChanged, isMoved, next }: Props) {
  return (
    <section aria-labelledby="after-saving">
      <h2 id="after-saving" className="mb-2 font-semibold">
        After saving
      </h2>
      <ul className="flex flex-col gap-2">
        {!isNew && (
          <Line icon={History}>
            {isValueChanged ? versionWords(next ?? null) : 'The value stays as it is: no new version.'}
          </Line>
        )}
        {isValueChanged && !isNew && (
          <Line icon={Users}>People and machine accounts get the new value on their next read.</Line>
        )}
        {isNew && <Line icon={Users}>Whoever can read the project can read it from then on.</Line>}
        {isMoved && <Line icon={Users}>Who can read it follows the project that it moves to.</Line>}
        <Line icon={Activity}>
          {isNew
            ? `${recordsOne('createSecret')} under your name.`
            : `${recordsOne('changeSecret')}; it does not hold what changed. Before that, one ${oneEvent('readSecret')}: the secret is read again to compare.`}
        </Line>
      </ul>
    </section>
  )
}

function versionWords(next: Props['next'] | null): string {
  if (!next) return 'The value becomes a new version. The one before stays in the history, which keeps 10.'
  return next.isOldestLost
    ? `The value becomes version ${next.number}. The history keeps 10: the oldest of them goes.`
    : `The value becomes version ${next.number}. The one before stays in the history, which keeps 10.`
}

function Line({ icon, children }: { icon: IconType; children: ReactNode }) {
  return (
    <li className="flex gap-2">
      <Icon of={icon} className="mt-0.5 text-muted" />
      <span className="min-w-0">{children}</span>
    </li>
  )
}
