/** Shorter lists go out as plain bodies, which is what the contract check can read. */
export const STREAMED_FROM = 1_000

const BATCH = 500

/**
 * A JSON answer with one very long array, written batch by batch as the reader takes it, so that 100,000
 * rows never stand in memory as one text. `before` and `after` are the JSON around the array's entries.
 */
export function streamedArray<Row>(
  rows: readonly Row[],
  write: (batch: readonly Row[]) => Promise<readonly unknown[]>,
  before: string,
  after: string,
): Response {
  const encoder = new TextEncoder()
  let next = 0
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(before)),
    async pull(controller) {
      const batch = rows.slice(next, next + BATCH)
      const entries = JSON.stringify(await write(batch)).slice(1, -1)
      controller.enqueue(encoder.encode(next > 0 && entries ? `,${entries}` : entries))
      next += batch.length
      if (next < rows.length) return
      controller.enqueue(encoder.encode(after))
      controller.close()
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
}
