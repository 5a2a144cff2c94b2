import { expect, it } from 'vitest'
import { judgeList } from './list-check'

const id = '11111111-2222-4333-8444-555555555555'
const revision = '2026-08-27T14:00:00.1234567Z'
const base = { revision, readAt: 1_000 }
const columns = (changed: string) => ({ ids: id, changed: new Float64Array([Date.parse(changed)]) })

it('tells a secret that stayed, moved or went', () => {
  expect(judgeList(columns(revision), 2_000, id, base)).toEqual({ state: 'same', at: 2_000 })
  expect(judgeList(columns('2026-08-27T14:00:01Z'), 2_000, id, base)).toMatchObject({ state: 'moved' })
  expect(judgeList({ ...columns(revision), ids: '' }, 2_000, id, base)).toEqual({ state: 'gone', at: 2_000 })
})

it('believes no list that is older than the read', () => {
  expect(judgeList({ ...columns(revision), ids: '' }, 999, id, base)).toEqual({ state: 'same', at: 1_000 })
})
