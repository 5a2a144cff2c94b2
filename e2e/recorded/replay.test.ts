import { beforeAll, describe, expect, test } from 'vitest'
import { asFetch, MockServer } from '#/mocks/server'
import { Bindings } from './bindings'
import { exceptions } from './differences'
import { loadExchanges } from './exchange'
import type { Exchange } from './exchange'
import { People } from './people'
import { inScope, Player } from './player'

const START = '2026-11-22T21:14:30Z'
const exchanges = loadExchanges().filter(inScope)
const results = new Map<number, string[]>()

beforeAll(async () => {
  const server = new MockServer({ seed: { seed: 'recorded', now: START } })
  const { db } = await server.databases.get('default')
  const people = new People(asFetch(server))
  await people.signIn(Date.parse(START) / 1000)
  const player = new Player(server, db, people, new Bindings())
  for (const exchange of exchanges) results.set(exchange.seq, await player.play(exchange))
}, 60_000)

const skipped = (exchange: Exchange) => exceptions.some(({ skip, applies }) => skip && applies(exchange))

describe('the recorded exchanges of the real server', () => {
  for (const exchange of exchanges) {
    const title = `${exchange.seq} ${exchange.file}: ${exchange.name}`
    if (skipped(exchange)) test.skip(title)
    else test(title, () => expect(results.get(exchange.seq)?.join('\n')).toBe(''))
  }

  test('each exception is still needed', () => {
    const idle = exceptions.filter(({ applies }) => !exchanges.some(applies))
    expect(idle.map(({ reason }) => reason)).toEqual([])
  })
})
