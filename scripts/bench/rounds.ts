import { median } from './lines.mjs'

/** Milliseconds that some work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const collectGarbage = () => (globalThis as { gc?: () => void }).gc?.()

/**
 * How many times faster `ours` is than `theirs`: both in each round, one right behind the other and in turns first,
 * so that what else the machine does at the moment meets both; the median of the rounds' ratios. One more round, not
 * counted, goes first: compiled code is what people meet.
 */
export async function timesFaster(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ ratio: number; ours: number; theirs: number }> {
  const took = { ours: [] as number[], theirs: [] as number[] }
  for (let round = -1; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
    for (const which of order) {
      collectGarbage()
      const ms = await (which === 'ours' ? ours() : theirs())
      if (round >= 0) took[which].push(ms)
    }
  }
  const ratios = took.ours.map((ms, round) => (took.theirs[round] ?? Number.NaN) / ms)
  return { ratio: median(ratios), ours: median(took.ours), theirs: median(took.theirs) }
}
