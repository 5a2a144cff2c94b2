import { describe, expect, it } from 'vitest'
import { codesOf, TRACES, type ActId } from '#/domain/coverage/traces'
import { PLAYS } from '#/session/testing/plays/plays-one'
import { MANY, PUBLIC, setUpMany } from '#/session/testing/plays/plays-many'
import { SIGNING } from '#/session/testing/plays/plays-sign-in'

/** Rows of the act that it comes with. */
const BESIDE: Partial<Record<ActId, number[]>> = { revokeByPolicy: codesOf('changePolicy') }

describe('what the act leaves in the log', () => {
  it.each([...Object.entries(PUBLIC), ...Object.entries(MANY)])(
    'is as the table has it: %s',
    async (id, play) => {
      const world = setUpMany()
      let answers: { status: number }[] = []
      const rows = await world.server.eventsOf(async () => (answers = await play(world)))
      expect(answers.filter(({ status }) => status !== 200 && status !== 204)).toEqual([])
      const beside = BESIDE[id as ActId] ?? []
      const codes = [...new Set(rows.map(({ type }) => Number(type)))].filter(
        (code) => !beside.includes(code),
      )
      expect(codes.toSorted((a, b) => a - b)).toEqual(codesOf(id as ActId))
    },
  )

  it('is one row for each of an import through the Public API, and none of the import itself', async () => {
    const { server, key } = setUpMany()
    const gone = server.addMember('user', { externalId: 'gone' })
    server.addGroup([], { externalId: 'g' })
    const rows = await server.eventsOf(() =>
      server.call(
        key,
        'publicImport',
        {},
        {
          groups: [
            { name: 'Crew', externalId: 'g', memberExternalIds: [] },
            { name: 'New', externalId: 'n', memberExternalIds: [] },
          ],
          members: [
            { email: 'm@acme.test', externalId: 'm', deleted: false },
            { email: 'x@acme.test', externalId: gone.externalId, deleted: true },
          ],
          overwriteExisting: false,
          largeImport: false,
        },
      ),
    )
    const codes = new Set(codesOf('publicImport'))
    expect(rows.map(({ type }) => type).filter((type) => !codes.has(Number(type)))).toEqual([])
    expect(rows.length).toBeGreaterThan(2)
  })
})

describe('what a sign-in leaves in the log of the organization', () => {
  it.each(Object.entries(SIGNING))('is as the table has it: %s', async (id, play) => {
    expect([...new Set(await play())].toSorted((a, b) => a - b)).toEqual(codesOf(id as ActId))
  })
})

/** No request goes out for it: e2e/secret.spec.ts (hiding) and e2e/edit.spec.ts (what a form holds) count the rows. */
const NEVER_SENT: ActId[] = ['showValue']

it('is played for every act of the table', () => {
  const played = new Set([PLAYS, PUBLIC, MANY, SIGNING].flatMap((plays) => Object.keys(plays)))
  // It has a test of its own above.
  played.add('publicImport')
  expect(Object.keys(TRACES).filter((id) => !played.has(id))).toEqual(NEVER_SENT)
})
