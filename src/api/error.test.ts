import { describe, expect, it } from 'vitest'
import { ApiError, ContractError, isAbort, readError } from './error'
import type { EndpointName } from './contract'

const refusal = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })

const read = (status: number, body: unknown, endpoint: EndpointName = 'secretUpdate') =>
  readError(refusal(status, body), endpoint)

const serverError = (message: string, validationErrors: unknown = null) => ({
  object: 'error',
  message,
  validationErrors,
  exceptionMessage: null,
  exceptionStackTrace: null,
  innerExceptionMessage: null,
})

describe('readError, by form of the body', () => {
  it('shows the server’s text of a business rule', async () => {
    const error = await read(400, serverError('Only service accounts can sync secrets.'))
    expect(error).toMatchObject({ kind: 'status', status: 400, fields: {}, emptyBody: false })
    expect(error.message).toBe('Only service accounts can sync secrets.')
  })

  it('shows the first field’s text where the message says only that the model is invalid', async () => {
    const error = await read(
      400,
      serverError('The model state is invalid.', {
        Key: ['Key is not a valid encrypted string.', 'second'],
        'Projects[0].Name': ['third'],
      }),
    )
    expect(error.message).toBe('Key is not a valid encrypted string.')
    expect(error.fields).toEqual({
      Key: ['Key is not a valid encrypted string.', 'second'],
      'Projects[0].Name': ['third'],
    })
  })

  it('shows the inner texts of collected errors', async () => {
    const inner = { 'An error has occurred.': ['first', 'second'] }
    const error = await read(400, serverError('Errors have occurred.', inner))
    expect(error.message).toBe('first')
  })

  it('reads the Public API’s `errors`', async () => {
    const body = {
      object: 'error',
      message: "The request's model state is invalid.",
      errors: { '': ['No.'] },
    }
    expect(await read(400, body)).toMatchObject({ message: 'No.', fields: { '': ['No.'] } })
  })

  it('reads PascalCase', async () => {
    const body = {
      Object: 'error',
      Message: 'The model state is invalid.',
      ValidationErrors: { Name: ['Too long.'] },
    }
    expect(await read(400, body)).toMatchObject({ message: 'Too long.', fields: { Name: ['Too long.'] } })
  })

  it('reads problem details', async () => {
    const body = {
      type: 'validation_error',
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: { email: [{ type: 'email_in_use', detail: 'Taken.' }] },
    }
    const error = await read(400, body)
    expect(error.fields).toEqual({ email: ['Taken.'] })
    expect(error.message).toBe('Taken.')
    expect((await read(400, { title: 'Nothing more is known.' })).message).toBe('Nothing more is known.')
  })

  it('reads the token endpoint’s ErrorModel before its codes', async () => {
    const body = {
      error: 'invalid_grant',
      error_description: 'invalid_username_or_password',
      ErrorModel: { Message: 'Username or password is incorrect. Try again.', Object: 'error' },
    }
    expect((await read(400, body, 'tokenCreate')).message).toBe(
      'Username or password is incorrect. Try again.',
    )
  })

  it('puts bare OAuth codes into words', async () => {
    expect((await read(400, { error: 'invalid_client' }, 'tokenCreate')).message).toMatch(/credentials/)
    expect((await read(400, { error: 'invalid_grant' }, 'tokenCreate')).message).toMatch(/Sign in again/)
    expect((await read(400, { error: 'unsupported_grant_type' }, 'tokenCreate')).message).toMatch(
      /not support/,
    )
  })

  it.each([
    ['[]', 400],
    ['null', 404],
    ['"text"', 403],
    ['<!doctype html><title>Gateway</title>', 404],
    ['{"message":', 400],
  ])('takes %s for the answer of something else', async (body, status) => {
    const error = await read(status, body)
    expect(error.message).toMatch(/^Something other than the server answered/)
    expect(error.message).not.toContain('Gateway')
    // Whoever goes by the status would take a proxy's "not found" for the server's.
    expect(error).toMatchObject({ kind: 'foreign', status: 0, isNotPermitted: false })
  })

  it.each([413, 429])('believes a page that says %i', async (status) => {
    expect(await read(status, '<html>')).toMatchObject({ kind: 'status', status })
  })

  it('says of a write that it may have arrived, of a read that it may be repeated', async () => {
    for (const status of [502, 504]) {
      expect((await read(status, '<html>')).message).toMatch(/look whether the change has arrived/)
      expect((await readError(refusal(status, ''), 'secretGet', false)).message).toMatch(/then try again\.$/)
    }
  })

  it('survives fields of unexpected types', async () => {
    const body = {
      object: 'error',
      message: 3,
      validationErrors: { A: 'one text', B: [null, 4], C: {}, D: ['x'] },
    }
    expect(await read(400, body)).toMatchObject({
      message: 'one text',
      fields: { A: ['one text'], D: ['x'] },
    })
  })
})

describe('readError, by status', () => {
  it('keeps an empty 401 and a refusing 401 apart', async () => {
    const dead = await read(401, '')
    const refused = await read(401, serverError('Unauthorized.'))
    expect([dead.emptyBody, dead.isNotPermitted]).toEqual([true, false])
    expect([refused.emptyBody, refused.isNotPermitted]).toEqual([false, true])
    expect(dead.message).toMatch(/Sign in again/)
    expect(refused.message).toMatch(/not permitted/)
  })

  it('takes 403 for not permitted', async () => {
    expect((await read(403, '')).isNotPermitted).toBe(true)
  })

  it('never learns a status from a text', async () => {
    const error = await read(400, serverError('Resource not found.'))
    expect(error.status).toBe(400)
    expect(error.message).toBe('Resource not found.')
  })

  it('says how long to wait', async () => {
    const slow = serverError('Slow down! Too many requests. Try again in 1m.')
    const error = await readError(refusal(429, slow, { 'Retry-After': '12' }), 'secretList')
    expect(error.retryAfter).toBe(12)
    expect(error.message).toContain('12 seconds')
  })

  it.each([302, 404, 405, 409, 413, 415, 500, 502, 503])('has a sentence for an empty %i', async (status) => {
    const { message } = await read(status, '')
    expect(message).toMatch(/^[A-Z].*[.]$/)
    expect(message.length).toBeGreaterThan(30)
  })
})

describe('ApiError', () => {
  it('makes the same error again from its init', async () => {
    const error = await readError(
      refusal(429, serverError('x', { A: ['b'] }), { 'Retry-After': '3' }),
      'secretList',
    )
    const again = new ApiError(structuredClone(error.toInit()))
    expect(again.toInit()).toEqual(error.toInit())
    expect(again.message).toBe(error.message)
  })

  it('keeps the body of a refused sign-in to itself', async () => {
    const error = await read(
      400,
      { error: 'invalid_grant', SsoEmail2faSessionToken: 'session' },
      'tokenCreate',
    )
    expect(error.tokenBody).toMatchObject({ SsoEmail2faSessionToken: 'session' })
    expect(JSON.stringify([error, error.toInit()])).not.toContain('session"')
  })

  it('keeps no other body', async () => {
    expect((await read(400, { error: 'x' })).tokenBody).toBeUndefined()
  })
})

describe('ContractError', () => {
  it('names endpoint and path', () => {
    const error = new ContractError('secretList', ['secrets', 3, 'id'])
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ kind: 'contract', path: 'secrets.3.id', endpoint: 'secretList' })
    expect(error.message).toContain('secretList: secrets.3.id')
  })
})

describe('isAbort', () => {
  it('knows the platform’s error only', () => {
    expect(isAbort(new DOMException('', 'AbortError'))).toBe(true)
    expect(isAbort(new DOMException('', 'TimeoutError'))).toBe(false)
    expect(isAbort(new ContractError('secretList', []))).toBe(false)
  })
})
