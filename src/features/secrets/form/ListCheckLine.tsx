import { TriangleAlert } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { absoluteTime, clockTime } from '#/domain/time-words'
import { Icon } from '#/ui/Icon'
import type { EditBase } from './secret-draft'
import type { ListCheck } from './list-check'

/** Against which state it is compared, and whether that is still the server's. */
export function ListCheckLine({ base, check }: { base: EditBase; check: ListCheck }) {
  const { timeZone } = useSettings()
  const state = `Against the state of ${absoluteTime(Date.parse(base.revision), timeZone)}, read at ${clockTime(base.readAt, timeZone)} and recorded under your name.`
  const word = wordOf()
  return (
    <div className="text-muted">
      {state}{' '}
      {check.state === 'same' ? (
        word
      ) : (
        <span role="status" className="mt-1 flex gap-1 text-warning">
          <Icon of={TriangleAlert} size={14} className="mt-0.5 text-warning-icon" />
          {word}
        </span>
      )}
    </div>
  )

  function wordOf(): string {
    if (check.state === 'same') return `Nobody has changed it since, as of ${clockTime(check.at, timeZone)}.`
    if (check.state === 'moved')
      return `Somebody saved it at ${absoluteTime(check.changed, timeZone)}. Save opens both states side by side.`
    if (check.state === 'gone')
      return 'It is no longer in the list: it was deleted, or you may no longer read it. Saving will tell.'
    return `Whether somebody changed it since is not known: ${check.error.message} It is checked again before it is saved.`
  }
}
