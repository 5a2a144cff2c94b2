const counted = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** "30 seconds", "5 minutes". */
export function secondsWords(seconds: number): string {
  return seconds < 60 || seconds % 60 !== 0 ? counted(seconds, 'second') : minutesWords(seconds / 60)
}

/** "15 minutes", "4 hours", "1 day". */
export function minutesWords(minutes: number): string {
  if (minutes < 60 || minutes % 60 !== 0) return counted(minutes, 'minute')
  return minutes % (24 * 60) === 0 ? counted(minutes / (24 * 60), 'day') : counted(minutes / 60, 'hour')
}

/** The usual choices, with the present one where it is none of them, in order. */
export function choicesWith(usual: readonly number[], present: number): number[] {
  return [...new Set([...usual, present])].toSorted((a, b) => a - b)
}
