import type { UserRow } from '#/mocks/store/tables'
import { asFetch, MockServer } from '#/mocks/server'
import type { MockServerOptions } from '#/mocks/server'

const NOW = '2026-11-20T10:00:00Z'
export const VERSION = { 'Bitwarden-Client-Version': '2026.8.0' }
const device = {
  deviceType: '9',
  deviceIdentifier: 'd0c0ffee-0000-4000-8000-000000000001',
  deviceName: 'chrome',
}

/** A mock with the `empty` seed (one owner, one organization) for the tests beside these files. */
export async function testServer(options: Partial<MockServerOptions> = {}) {
  const server = new MockServer({ seed: { seed: 'empty', now: NOW }, ...options })
  const database = await server.databases.get('default')
  const { db } = database
  const fetch = asFetch(server)
  const [first] = db.users.all()
  if (!first) throw new Error('The seed has no one.')
  const owner = (): UserRow => db.users.get(first.id) ?? first

  const postForm = async (form: Record<string, string>, headers: Record<string, string> = VERSION) => {
    const init = { method: 'POST', headers, body: new URLSearchParams(form) }
    const response = await fetch('http://mock.test/identity/connect/token', init)
    const body = (await response.json()) as Answer
    return { status: response.status, headers: response.headers, body, token: String(body.access_token) }
  }
  /** The password grant of the owner; the hash is taken from the table. */
  const signIn = (more: Record<string, string> = {}, headers?: Record<string, string>) => {
    const { email, masterPasswordHash } = owner()
    const grant = { grant_type: 'password', client_id: 'web', scope: 'api offline_access' }
    const form = { ...grant, username: email, password: masterPasswordHash ?? '', ...device, ...more }
    return postForm(form, headers)
  }
  const call = async (method: string, path: string, token?: string, body?: unknown, headers = {}) => {
    const sent = new Headers({ 'Content-Type': 'application/json', ...headers })
    if (token !== undefined) sent.set('Authorization', `Bearer ${token}`)
    const init = { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await fetch(`http://mock.test${path}`, init)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? '' : (JSON.parse(text) as unknown),
    }
  }
  return { server, database, db, fetch, owner, postForm, signIn, call }
}

export type Answer = Record<string, unknown>
