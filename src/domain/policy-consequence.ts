export interface JudgedMember {
  id: string
  name: string
  role: 'owner' | 'admin' | 'user' | 'custom'
  status: number
  hasTwoFactor: boolean
  hasMasterPassword: boolean
  isRecoverable: boolean
  isMe: boolean
}

export interface Consequence {
  count: number
  text: string
  /** Who it is, to be named. */
  members: readonly JudgedMember[]
  isLoss: boolean
}

const ACCEPTED = 1
const CONFIRMED = 2

/** Whom the server judges when a policy is turned on: members, not owners and admins, not who is only invited. */
const judged = (members: readonly JudgedMember[]): JudgedMember[] =>
  members.filter(
    ({ role, status, isMe }) =>
      (role === 'user' || role === 'custom') && (status === ACCEPTED || status === CONFIRMED) && !isMe,
  )

/**
 * What turning a policy on does to people at once, counted (organization-api.md 5, "Side effects"). Null where the
 * server does something that cannot be counted from here.
 */
export function consequencesOf(type: number, members: readonly JudgedMember[]): Consequence[] | null {
  if (type === 0) {
    const bare = judged(members).filter(({ hasTwoFactor }) => !hasTwoFactor)
    const stuck = bare.filter(({ hasMasterPassword }) => !hasMasterPassword)
    const exempt = members.filter(
      ({ role, status, hasTwoFactor }) =>
        (role === 'owner' || role === 'admin') && status === CONFIRMED && !hasTwoFactor,
    )
    return [
      {
        count: bare.length,
        text:
          bare.length === 1
            ? 'member without a second factor is revoked at once'
            : 'members without a second factor are revoked at once',
        members: bare,
        isLoss: true,
      },
      ...(stuck.length > 0
        ? [
            {
              count: stuck.length,
              text: 'of them have no master password: the server refuses to turn it on',
              members: stuck,
              isLoss: true,
            },
          ]
        : []),
      {
        count: exempt.length,
        text:
          exempt.length === 1
            ? 'owner or admin without one is exempt'
            : 'owners and admins without one are exempt',
        members: exempt,
        isLoss: false,
      },
    ]
  }
  if (type === 3) return null
  if (type === 8) {
    const enrolled = members.filter(({ isRecoverable, status }) => isRecoverable && status === CONFIRMED)
    const open = members.filter(({ isRecoverable, status }) => !isRecoverable && status === CONFIRMED)
    return [
      { count: 0, text: 'people lose access now', members: [], isLoss: false },
      { count: enrolled.length, text: 'are enrolled and can be recovered', members: enrolled, isLoss: false },
      {
        count: open.length,
        text: 'can not be recovered until they enrol themselves',
        members: open,
        isLoss: false,
      },
    ]
  }
  return [{ count: 0, text: 'people lose access now', members: [], isLoss: false }]
}
