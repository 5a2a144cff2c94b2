import { describe, expect, it } from 'vitest'
import { ApiError } from '#/api/error'
import type { ApiErrorInit } from '#/api/error'
import { SessionError } from '#/session/session-error'
import { saveFailure } from './save-failure'

const at = Date.UTC(2026, 7, 27, 14, 32, 0)
const failure = (init: Partial<ApiErrorInit>) =>
  saveFailure(
    new ApiError({ endpoint: 'secretUpdate', kind: 'status', status: 400, message: 'Cause.', ...init }),
    at,
    'utc',
  )

describe('a save that failed', () => {
  it('is unsure once the write was on its way and no clear answer came', () => {
    expect(failure({ kind: 'network', status: 0 }).isUnsure).toBe(true)
    expect(failure({ status: 500 }).isUnsure).toBe(true)
    expect(failure({ endpoint: 'secretCreate', status: 502 }).isUnsure).toBe(true)
    expect(failure({ kind: 'contract', status: 200 }).isUnsure).toBe(true)
    expect(saveFailure(new Error('The worker stopped.'), at, 'utc').isUnsure).toBe(true)
    expect(saveFailure(new SessionError('worker', 'It broke.'), at, 'utc').isUnsure).toBe(true)
  })

  it('is sure while only the reading before it failed', () => {
    expect(failure({ endpoint: 'secretGet', kind: 'network', status: 0 })).toMatchObject({
      isUnsure: false,
      title: 'Nothing was sent.',
    })
    expect(failure({ endpoint: 'secretGet', status: 500 }).isUnsure).toBe(false)
    expect(saveFailure(new SessionError('locked', 'Locked.'), at, 'utc').isUnsure).toBe(false)
  })

  it('says when to come back', () => {
    expect(failure({ status: 429, retryAfter: 10 }).text).toContain('14:32:10 UTC')
  })

  it('puts complaints under their fields', () => {
    const { fields, text } = failure({ fields: { Key: ['Too long.'], ProjectIds: ['Only one.'] } })
    expect(fields).toEqual({ name: 'Too long.', projectId: 'Only one.' })
    expect(text).not.toContain('Cause.')
    expect(failure({}).text).toBe('Cause.')
  })

  it('tells a secret that is gone from one that is refused', () => {
    expect(failure({ status: 404 }).title).toContain('not found')
  })
})
