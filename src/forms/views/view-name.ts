/** What is wrong with a name for a view, or null. */
export function nameProblem(name: string, others: readonly string[]): string | null {
  const trimmed = name.trim()
  if (trimmed === '') return 'Give the view a name.'
  if (trimmed.length > 80) return `At most 80 characters; this has ${trimmed.length}.`
  return others.includes(trimmed) ? 'Another view has this name.' : null
}
