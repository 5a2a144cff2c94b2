import type { KnownPolicy } from './policy-catalog'

type Data = Record<string, unknown> | null

/** What a policy is set to, in a line: only what is asked of people. */
export function settingWords(policy: KnownPolicy, data: Data): string {
  if (policy.type === 9) return timeoutWords(data)
  const words = policy.fields.flatMap((field) => {
    const value = data?.[field.key]
    if (value === undefined || value === null || value === false || value === '' || value === 0) return []
    if (field.kind === 'switch') return [field.label.slice(0, 1).toLowerCase() + field.label.slice(1)]
    if (field.kind === 'number') return [`${field.label.toLowerCase()} ${JSON.stringify(value)}`]
    if (field.kind === 'choice')
      return field.options.flatMap((option) => (option.value === value ? [option.label.toLowerCase()] : []))
    return []
  })
  const text = words.join(', ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const TIMEOUTS: Record<string, string> = {
  '"immediately"': 'Immediately',
  '"onSystemLock"': 'When the system locks',
  '"onAppRestart"': 'When the app restarts',
  '"never"': 'Never',
}

function timeoutWords(data: Data): string {
  const minutes = typeof data?.['minutes'] === 'number' ? data['minutes'] : 0
  const after =
    data?.['type'] === 'custom' || data?.['type'] === undefined
      ? `After ${minutes % 60 === 0 && minutes > 0 ? `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}` : `${minutes} minutes`}`
      : (TIMEOUTS[JSON.stringify(data['type'])] ?? 'As another program set it')
  const then =
    data?.['action'] === 'lock' ? ', then locks' : data?.['action'] === 'logOut' ? ', then signs out' : ''
  return `${after}${then}`
}

/** What is wrong with what was typed, by field. The server checks the ranges of some; a wrong one helps nobody. */
export function settingProblems(policy: KnownPolicy, data: Data, isOn: boolean): Map<string, string> {
  const problems = new Map<string, string>()
  for (const field of policy.fields) {
    const value = data?.[field.key]
    if (field.kind === 'number' && value !== null && value !== undefined) {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < field.min || value > field.max)
        problems.set(field.key, `A whole number from ${field.min} to ${field.max.toLocaleString('en-GB')}.`)
    }
    if (field.kind !== 'text') continue
    const text = typeof value === 'string' ? value : ''
    if (text.length > field.max)
      problems.set(field.key, `Shorten it by ${text.length - field.max} characters: ${field.max} are taken.`)
    if (field.isUrl && isOn && !/^https:\/\/\S+$/.test(text))
      problems.set(field.key, 'An address that begins with https:// is needed while the policy is on.')
  }
  if (policy.type === 9 && isOn && data?.['type'] === 'custom' && typeof data['minutes'] !== 'number')
    problems.set('minutes', 'Say after how many minutes.')
  return problems
}
