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
