import { credentialsOf } from '#/mocks/seed/credentials'
import { asFetch, MockServer } from '#/mocks/server'

export type Json = Record<string, unknown>

export interface Answer {
  status: number
  text: string
  json: Json
  type: string | null
}

const problems: string[] = []
const server = new MockServer({ seed: { seed: 'demo' }, log: (line) => problems.push(line) })
let count = 0

/**
 * A mock with the demo's data, for programs that know nothing of this project, and what they sign in with. Each call
 * gives a database of its own, whose copy of the seed costs next to nothing.
 */
export async function startMock() {
  count += 1
  problems.length = 0
  const name = `program-${count}`
  const { db } = await server.databases.get(name)
  return { name, db, problems, credentials: await credentialsOf(db) }
}

/** A program that sends raw requests: its own headers on each, texts as they go over the wire. */
export function program({ name }: { name: string }, headers: Record<string, string>) {
  const fetch = asFetch(server, { 'mock-db': name })
  const send = async (method: string, path: string, more: Record<string, string> = {}, body?: string) => {
    // As bytes, so that nothing adds a content type that the program did not send.
    const init = { method, headers: { ...headers, ...more } }
    const request = body === undefined ? init : { ...init, body: new TextEncoder().encode(body) }
    const response = await fetch(`http://mock.test${path}`, request)
    const text = await response.text()
    const json = text.startsWith('{') ? (JSON.parse(text) as Json) : {}
    const answer: Answer = { status: response.status, text, json, type: response.headers.get('content-type') }
    return answer
  }
  return {
    send,
    form: (fields: Record<string, string>, more: Record<string, string> = {}) =>
      send(
        'POST',
        '/identity/connect/token',
        { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...more },
        new URLSearchParams(fields).toString(),
      ),
  }
}
