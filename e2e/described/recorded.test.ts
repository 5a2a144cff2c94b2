import { expect, test } from 'vitest'
import { privateDocument, publicDocument } from '#/mocks/openapi/document'
import { recordedFailures, toldFailures } from '#/mocks/openapi/failures'
import { Description } from './description'
import { loadExchanges, readList, uncut } from '../recorded/exchange'
import { endpointOf } from '../recorded/player'

// The documents are made from our own table; here the real server's answers are held against them.

const descriptions = [new Description(publicDocument()), new Description(privateDocument())]
const known = loadExchanges().flatMap((exchange) => {
  const name = endpointOf(exchange)
  return name === null ? [] : [{ ...exchange, endpoint: name }]
})

/** A recorded body without the marks of what was cut from it. */
function whole(value: unknown): unknown {
  if (typeof value === 'string') return uncut(value)
  if (Array.isArray(value)) return readList(value).kept.map(({ item }) => whole(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, whole(item)]))
}

test('every recorded answer is described', () => {
  const problems = known.flatMap(({ seq, name, endpoint, response }) => {
    const description = descriptions.find(({ places }) => places.has(endpoint))
    const body = response.body === '' ? '' : JSON.stringify(whole(response.body))
    const problem = description?.problem(endpoint, response.status, body)
    return problem === null ? [] : [`${seq} ${name}: ${problem}`]
  })
  expect(problems).toEqual([])
  expect(known.length).toBeGreaterThan(1300)
  // Compiling all schemas takes seconds on a busy machine.
}, 60_000)

test('a 500 with a body is described where one was recorded, and nowhere else', () => {
  const recorded = known.filter(({ response }) => response.status === 500 && response.body !== '')
  const names = new Set(recorded.map(({ endpoint }) => endpoint))
  expect([...names].toSorted()).toEqual([...recordedFailures].toSorted())
  for (const name of Object.keys(toldFailures)) expect(names).not.toContain(name)
})
