import type { Verdict } from '#/domain/verdict'
import { ONLY_READS } from './only-reads-words'
import { session } from './session'

/** Whether this session may write at all: that of a machine account reads only, whatever the account may. */
export function maySessionWrite(): Verdict {
  const { state } = session
  if (state?.phase !== 'open' || (!state.machine && !state.audit)) return true
  return { no: ONLY_READS }
}
