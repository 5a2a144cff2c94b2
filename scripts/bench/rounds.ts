import { median } from './lines.mjs'

/** Milliseconds that some work took. */
export async function timed(work: () => unknown): Promise<{ ms: number }> {
  const start = performance.now()
  await work()
  return { ms: performance.now() - start }
}

/** How many times faster ours is, and the milliseconds of each, all of them medians. */
export interface Faster {
  ratio: number
  ours: number
  theirs: number
}

const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.()

/**
 * Measures `ours` and `theirs` in each round, one right behind the other and in turns first, so that what else the
 * machine does at the moment meets both; the median of the rounds' ratios counts. One more round, not counted, goes
 * first: compiled code is what people meet.
 */
export async function compare<K extends string>(
  rounds: number,
  ours: () => Promise<Record<K, number>>,
  theirs: () => Promise<Record<K, number>>,
): Promise<Record<K, Faster>> {
  const pairs: { ours: Record<K, number>; theirs: Record<K, number> }[] = []
  for (let round = -1; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0
    collectGarbage()
    const first = await (isOursFirst ? ours : theirs)()
    collectGarbage()
    const second = await (isOursFirst ? theirs : ours)()
    if (round >= 0)
      pairs.push(isOursFirst ? { ours: first, theirs: second } : { ours: second, theirs: first })
  }
  const keys = Object.keys(pairs[0]?.ours ?? {}) as K[]
  const summary = (key: K): Faster => ({
    ratio: median(pairs.map((pair) => pair.theirs[key] / pair.ours[key])),
    ours: median(pairs.map((pair) => pair.ours[key])),
    theirs: median(pairs.map((pair) => pair.theirs[key])),
  })
  return Object.fromEntries(keys.map((key) => [key, summary(key)])) as Record<K, Faster>
}
