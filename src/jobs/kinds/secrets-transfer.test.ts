import { expect, it } from 'vitest'
import type { FinishedJob } from '#/jobs/job-types'
import { kind } from './secrets-transfer'

const finished = (act: 'copy' | 'move', memos: (string | undefined)[]): FinishedJob => ({
  id: 'job',
  organizationId: 'o',
  params: { act, from: 'a', to: 'b', restorable: true },
  content: undefined,
  done: memos.map((memo, index) => ({ id: `s${index}`, label: `KEY_${index}`, memo })),
})

it('undoes a copy by deleting what it made, and nothing that it overwrote', () => {
  expect(kind.undo?.(finished('copy', ['new', undefined]))).toEqual({
    kind: 'secrets.delete',
    organizationId: 'o',
    items: [{ id: 'new', label: 'KEY_0' }],
    params: { restorable: true },
  })
  expect(kind.undo?.(finished('copy', [undefined]))).toBeNull()
})

it('undoes a move by moving back, under the name of before', () => {
  expect(kind.undo?.(finished('move', ['s0']))).toMatchObject({
    kind: 'secrets.transfer',
    params: { act: 'move', from: 'b', to: 'a' },
    items: [{ id: 's0', content: { kind: 'create', name: 'KEY_0' } }],
  })
})
