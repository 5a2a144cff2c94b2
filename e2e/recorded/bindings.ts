const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const runDate = /^2026-11-22T2\d:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|\+00:00)?$/
const wireDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?Z$/

/** Ids of the start state, and those that exist nowhere: they are the same on both sides. */
const fixed = /^(?:0[1-5]000000|[abcd]0000000|99999999|aaaaaaaa|bbbbbbbb|cccccccc|00000000)-/i

export const isGuid = (text: string) => new RegExp(`^${guid.source}$`, 'i').test(text)
export const isRunDate = (text: string) => runDate.test(text)

/** Seven digits, so that text order is time order. */
export function comparable(date: string): string {
  const [whole = '', fraction = ''] = date.replace(/(?:Z|\+00:00)$/, '').split('.')
  return `${whole}.${fraction.padEnd(7, '0')}`
}

interface Act {
  /** Stamps of the mock from here to the next act are of this one. */
  start: string
  /** The recorded dates that were bound to it. */
  recorded: Set<string>
}

/**
 * What stands on one side for what on the other: ids, dates, random texts. A pair once bound holds everywhere; dates
 * also keep their order from act to act. A trial can be undone, for lists whose order means nothing.
 */
export class Bindings {
  private readonly there = new Map<string, string>()
  private readonly back = new Map<string, string>()
  private readonly acts: Act[] = []
  private readonly undo: (() => void)[] = []

  mark(): number {
    return this.undo.length
  }

  rollback(mark: number): void {
    while (this.undo.length > mark) this.undo.pop()?.()
  }

  actualOf(recorded: string): string | undefined {
    return this.there.get(recorded)
  }

  /** Null when the pair holds, else why not. */
  bind(recorded: string, actual: string): string | null {
    const known = this.there.get(recorded)
    if (known !== undefined) return known === actual ? null : `${recorded} is ${known} so far, not ${actual}`
    const other = this.back.get(actual)
    if (other !== undefined) return `${actual} stands for ${other} already, not for ${recorded}`
    this.there.set(recorded, actual)
    this.back.set(actual, recorded)
    this.undo.push(() => {
      this.there.delete(recorded)
      this.back.delete(actual)
    })
    return null
  }

  bindId(recorded: string, actual: string): string | null {
    if (fixed.test(recorded)) return recorded === actual ? null : `id ${recorded} expected, got ${actual}`
    return isGuid(actual) ? this.bind(recorded.toLowerCase(), actual) : `an id expected, got ${actual}`
  }

  /** Tells that the mock's stamps from here on belong to the next act. */
  startAct(stamp: string): void {
    this.acts.push({ start: comparable(stamp), recorded: new Set() })
  }

  /** The call that stamped this date of the mock; -1 for dates before the run. */
  actOf(actual: string): number {
    return this.acts.findLastIndex(({ start }) => start < comparable(actual))
  }

  /**
   * What one call stamped there one call stamped here, in the same order to all other calls. Within a call the real
   * server's clock may or may not have moved on by a tick, so there neither order nor equality means anything.
   */
  bindDate(recorded: string, actual: string): string | null {
    if (!wireDate.test(actual)) return `a date expected, got ${actual}`
    const date = comparable(recorded)
    const at = this.actOf(actual)
    const act = this.acts[at]
    if (!act) return `${actual} is older than the run`
    if (act.recorded.has(date)) return null
    const wrong = this.acts.findIndex((other, index) => {
      return (
        index !== at &&
        Array.from(other.recorded).some((known) => (index < at ? known >= date : known <= date))
      )
    })
    if (wrong >= 0)
      return `${actual} was stamped by act ${at}, but ${recorded} belongs ${wrong < at ? 'before' : 'after'} what act ${wrong} stamped`
    act.recorded.add(date)
    this.undo.push(() => act.recorded.delete(date))
    return null
  }

  /** A recorded text with its ids replaced; an id in capitals stays in capitals. */
  translate(text: string): string {
    return text.replace(guid, (id) => {
      const actual = this.there.get(id.toLowerCase()) ?? id
      return id === id.toUpperCase() && /[A-F]/.test(id) ? actual.toUpperCase() : actual
    })
  }
}
