import { settingWords } from '#/domain/policy-words'
import type { PolicyGroup } from './use-policies'

/** The page as plain text, for a ticket or a report. */
export function policiesText(organization: string, groups: readonly PolicyGroup[]): string {
  const parts = groups.map(({ title, entries }) => {
    const lines = entries.map(({ type, known, state }) => {
      const settings = known ? settingWords(known, state.data) : JSON.stringify(state.data)
      const says = state.enabled && settings ? `: ${settings}` : ''
      return `[${state.enabled ? 'on' : 'off'}] ${known?.title ?? `Type ${type}`} (type ${type})${says}`
    })
    return [title, ...lines].join('\n')
  })
  return [`Policies of ${organization}`, ...parts].join('\n\n')
}
