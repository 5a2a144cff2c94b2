import type { Exchange } from './exchange'

export interface Exception {
  /** What it is about. */
  applies: (exchange: Exchange) => boolean
  /** `skip`: not played. `loose`: played; differences at these paths do not count. */
  skip?: true
  loose?: RegExp
  reason: string
}

const path = (pattern: RegExp) => (exchange: Exchange) => pattern.test(exchange.request.path)

/** Every place where the replay does not compare, and why. */
export const exceptions: readonly Exception[] = [
  {
    applies: ({ file, request, response }) =>
      file === 'groups' && request.path.endsWith('/groups/details') && response.status === 200,
    skip: true,
    reason:
      'The rights of groups on collections were given by acts on collections, which come in a later issue.',
  },
  {
    applies: ({ file, request, response, seq }) =>
      file === 'members' &&
      (JSON.stringify([request.body ?? null, response.body]).includes('60000000-') ||
        [1513, 1525].includes(seq)),
    skip: true,
    reason: 'The collections in it were made by acts on collections, which come in a later issue.',
  },
  {
    applies: ({ seq }) => seq === 1527,
    skip: true,
    reason: 'The second row of who was invited already was taken away in the database afterwards.',
  },
  {
    applies: ({ name }) => name.endsWith('(self-hosted)'),
    skip: true,
    reason: 'Seats were set in the database before; `member-seats.test.ts` has the same cases.',
  },
  {
    applies: path(/^\/settings\/domains$/),
    skip: true,
    reason: 'Equivalent domains are password-manager data that no client of this console asks for.',
  },
  {
    applies: ({ file, request }) => file === 'http' && request.path === '/accounts/revision-date',
    loose: /^: /,
    reason: 'The date was moved by acts on collections, groups and policies, which come in a later issue.',
  },
]
