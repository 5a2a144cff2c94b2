const number = new Intl.NumberFormat('en-US')

export type Progress = {
  done: number
  total: number
  /** "secrets". */
  noun: string
  perSecond?: number | undefined
  secondsLeft?: number | undefined
}

/** "41 of 96 secrets" */
export function countText({ done, total, noun }: Progress): string {
  return `${number.format(done)} of ${number.format(total)} ${noun}`
}

/** "12 a second, 5 s left", as far as it is known. */
export function paceText({ perSecond, secondsLeft }: Progress): string {
  const parts: string[] = []
  if (perSecond !== undefined) {
    parts.push(
      `${number.format(perSecond < 10 ? Number(perSecond.toFixed(1)) : Math.round(perSecond))} a second`,
    )
  }
  if (secondsLeft !== undefined) parts.push(`${durationText(secondsLeft)} left`)
  return parts.join(', ')
}

/** "8 s", "2 min 5 s", "1 h 4 min": two units at most, rounded up so that it never promises too much. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  const minutes = Math.floor(whole / 60)
  if (whole < 60) return `${whole} s`
  if (minutes < 60) return whole % 60 ? `${minutes} min ${whole % 60} s` : `${minutes} min`
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`
}
