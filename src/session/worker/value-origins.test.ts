import { describe, expect, it } from 'vitest'
import { ApiError } from '#/api/error'
import { valueOrigins } from './value-origins'
import type { Context } from './vault'

const request = { organizationId: 'o', secretId: 's', createdAt: Date.now() }
const { signal } = new AbortController()

/** A log whose n-th page (from 1) is made by the function. */
function contextOf(page: (n: number) => unknown): { context: Context; asked: () => number } {
  let asked = 0
  const call = async () => {
    asked += 1
    return page(asked)
  }
  return { context: { client: { call } } as unknown as Context, asked: () => asked }
}

const line = (type: number, date: string) => ({ type, date, userId: 'u', serviceAccountId: null })

describe('the origins of values', () => {
  it('stop in an endless log of reads, and vouch only for what came after the last line', async () => {
    const { context, asked } = contextOf((n) => ({
      data: [line(2100, new Date(Date.UTC(2026, 0, 100 - n)).toISOString())],
      continuationToken: 'more',
    }))
    const origins = await valueOrigins(context, request, signal)
    expect(asked()).toBe(20)
    expect(origins).toEqual({ entries: [], since: Date.UTC(2026, 0, 80) + 1 })
  })

  it('hold creations and edits of a log that ends, from before the creation on', async () => {
    const edit = line(2102, '2026-08-01T10:00:00.000Z')
    const { context } = contextOf(() => ({ data: [line(2100, edit.date), edit], continuationToken: null }))
    const origins = await valueOrigins(context, request, signal)
    expect(origins?.entries).toEqual([{ type: 'edited', date: edit.date, userId: 'u', machineId: null }])
    expect(origins?.since).toBeLessThan(request.createdAt)
  })

  it('are null for who may not read the log, and fail where the server fails', async () => {
    const refusing = (status: number) =>
      contextOf(() => {
        throw new ApiError({ endpoint: 'secretEventList', kind: 'status', status, message: 'No.' })
      }).context
    await expect(valueOrigins(refusing(404), request, signal)).resolves.toBeNull()
    await expect(valueOrigins(refusing(403), request, signal)).resolves.toBeNull()
    await expect(valueOrigins(refusing(500), request, signal)).rejects.toThrow('No.')
  })
})
