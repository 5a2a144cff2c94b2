import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import type { DraftState } from '#/forms/draft-keeper'

/** At the end of the title row: when the draft was sealed last. */
export function DraftStatus({ state }: { state: DraftState }) {
  const { timeZone } = useSettings()
  if (state.kind === 'none') return null
  return (
    <span className="self-center text-meta text-muted">
      {state.kind === 'sealed'
        ? `Draft sealed ${state.keptIn === 'memory' ? 'in memory only' : 'on this device'} at ${clockTime(state.at, timeZone)}`
        : state.kind === 'waiting'
          ? 'Draft not sealed yet'
          : 'No draft: it could not be sealed'}
    </span>
  )
}
