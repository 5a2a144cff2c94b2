import { createClient } from '#/api/client'
import { decryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import { organizationKeys } from '#/mocks/seed/keys'
import { organizationId } from '#/mocks/seed/organizations'
import { loadSecretList } from '#/session/worker/secret-list'
import type { Context } from '#/session/worker/vault'

/** What a load tells the page: some names to show, or all of them and when the first byte had come. */
export type Told =
  | { kind: 'first'; content: unknown }
  | { kind: 'all'; content: unknown; firstByteAt: number }

const IN_FLIGHT = 500
const id = organizationId('large')
const key = importSymmetricKey(fromBase64(organizationKeys('large').key) ?? new Uint8Array())
const now = () => performance.timeOrigin + performance.now()

/** Fetches the answer and notes when its first byte comes. */
async function answer(): Promise<{ response: Response; firstByteAt: () => number }> {
  const { body } = await fetch('/answer.json')
  let first = 0
  const watched = body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        first ||= now()
        controller.enqueue(piece)
      },
    }),
  )
  return {
    response: new Response(watched ?? null, { headers: { 'Content-Type': 'application/json' } }),
    firstByteAt: () => first,
  }
}

/** The app's own way, from the client to the columns. */
async function ours(tell: (told: Told) => void): Promise<void> {
  let firstByteAt = () => 0
  const client = createClient({
    baseUrl: location.origin,
    token: { current: async () => 'none', renew: async () => 'none' },
    clientVersion: '2026.8.0',
    deviceType: 9,
    deviceIdentifier: () => id,
    fetch: async () => {
      const got = await answer()
      firstByteAt = got.firstByteAt
      return got.response
    },
  })
  const vault = { keys: { organizations: new Map([[id, key]]) } }
  const columns = await loadSecretList(
    { client, vault, caches: new Map() } as unknown as Context,
    { organizationId: id },
    {
      signal: new AbortController().signal,
      part: (part) => part.kind === 'first' && tell({ kind: 'first', content: part }),
    },
  )
  tell({ kind: 'all', content: columns, firstByteAt: firstByteAt() })
}

/** Parses the whole answer and opens each name alone, so many at a time. */
async function theirs(tell: (told: Told) => void, atOnce: number): Promise<void> {
  const { response, firstByteAt } = await answer()
  const { secrets } = (await response.json()) as { secrets: { id: string; key: string }[] }
  const orgKey = await key
  let opened: { id: string; name: string }[] = []
  for (let from = 0; from < secrets.length; from += atOnce) {
    const some = secrets
      .slice(from, from + atOnce)
      .map(async (row) => ({ id: row.id, name: await decryptText(orgKey, row.key) }))
    opened = opened.concat(await Promise.all(some))
  }
  tell({ kind: 'all', content: opened, firstByteAt: firstByteAt() })
}

const ways = {
  ours,
  plain: (tell: (told: Told) => void) => theirs(tell, Number.MAX_SAFE_INTEGER),
  bounded: (tell: (told: Told) => void) => theirs(tell, IN_FLIGHT),
}

export type Way = keyof typeof ways

addEventListener('message', ({ data }: MessageEvent<Way>) => {
  ways[data]((told) => postMessage(told)).catch((error: unknown) => {
    // Outside of the promise it reaches the page, which would wait for ever.
    setTimeout(() => {
      throw error
    })
  })
})
