import { badRequest, notFound, ServerError } from '#/mocks/handler'
import type { Answer, Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import {
  confirmMember,
  deleteClaimedAccount,
  inviteMembers,
  LEFT_ITSELF,
  reinvite,
  removeMember,
  restoreMember,
  revokeMember,
  updateMember,
} from '#/mocks/organization/member-acts'
import type { MemberWish } from '#/mocks/organization/member-acts'
import { keepsOwner, LAST_OWNER, OWNER } from '#/mocks/organization/member-rights'
import { takeSecretsManagerSeats } from '#/mocks/organization/member-seats'
import { demandRole } from '#/mocks/organization-rules'
import { callerOf, isMember, ownMembership } from '#/mocks/rules'
import { listAnswer } from '#/mocks/secrets-manager/wire'
import type { Id, MemberRow } from '#/mocks/store/tables'
import { managedOrganization, memberOfPath, membersOfBody } from './members'

const done: Answer = {}
const DATA_OWNERSHIP_POLICY = 5
const NO_PAM = 'To grant PAM access the organization must have PAM enabled.'

function foundMember(c: Context): MemberRow {
  const member = memberOfPath(c)
  if (!member) throw notFound()
  return member
}

/** One row for each; what the rules refuse stands in it, and the others go on. */
function each(rows: readonly MemberRow[], act: (row: MemberRow) => void): Answer {
  return {
    body: listAnswer(
      rows.map((row) => ({
        id: row.id,
        error: attempt(() => act(row)),
        object: 'OrganizationBulkConfirmResponseModel',
      })),
    ),
  }
}

function attempt(act: () => void): string {
  try {
    act()
    return ''
  } catch (error) {
    if (error instanceof ServerError && error.status === 400) return error.message
    throw error
  }
}

function demandSome(rows: readonly MemberRow[]): readonly MemberRow[] {
  if (rows.length === 0) throw badRequest('Users invalid.')
  return rows
}

function revokeSelf(c: Context): Answer {
  const organizationId = pathId(c, 'orgId')
  const caller = callerOf(c)
  demandRole(isMember(caller, organizationId))
  const own = ownMembership(c.db, caller, organizationId)
  const isAsked = c.db.policies
    .where('organizationId', organizationId)
    .some(({ type, enabled }) => type === DATA_OWNERSHIP_POLICY && enabled)
  if (!isAsked || own?.status !== 2)
    throw badRequest(
      'User is not eligible for self-revocation. The organization data ownership policy must be enabled and the user must be a confirmed member.',
    )
  revokeMember(c, own, LEFT_ITSELF)
  return { status: 204 }
}

function removeMany(c: Context): Answer {
  const rows = demandSome(membersOfBody(c))
  const owners = rows.filter(({ type }) => type === OWNER)
  if (
    owners.length > 0 &&
    !keepsOwner(
      c,
      pathId(c, 'orgId'),
      owners.map(({ id }) => id),
    )
  )
    throw badRequest(LAST_OWNER)
  return each(rows, (row) => removeMember(c, row))
}

function confirmMany(c: Context): Answer {
  const organizationId = managedOrganization(c)
  const { keys } = c.body as { keys: { id: Id; key: string }[] }
  const wanted = new Map(keys.map(({ id, key }) => [id, key]))
  const rows = [...wanted.keys()].flatMap((id) => {
    const row = c.db.members.get(id)
    return row?.organizationId === organizationId && row.status === 1 ? [row] : []
  })
  return each(rows, (row) => confirmMember(c, row, wanted.get(row.id) ?? ''))
}

function enableSecretsManager(c: Context): Answer {
  const rows = demandSome(membersOfBody(c).filter(({ accessSecretsManager }) => !accessSecretsManager))
  takeSecretsManagerSeats(c, pathId(c, 'orgId'), rows.filter(({ status }) => status >= 0).length)
  for (const { id } of rows) c.db.members.update(id, { accessSecretsManager: true, revisionDate: c.now() })
  return done
}

export const memberActHandlers = {
  memberInvite: (c) => {
    const organizationId = managedOrganization(c)
    const { emails, ...wish } = c.body as MemberWish & { emails: string[] }
    inviteMembers(c, organizationId, emails, wish)
    return done
  },
  memberReinvite: (c) => {
    reinvite(c, memberOfPath(c))
    return done
  },
  memberReinviteMany: (c) => each(membersOfBody(c), (row) => reinvite(c, row)),
  memberConfirm: (c) => {
    confirmMember(c, memberOfPath(c), (c.body as { key: string }).key)
    return done
  },
  memberConfirmMany: confirmMany,
  memberRevoke: (c) => {
    revokeMember(c, foundMember(c))
    return done
  },
  memberRevokeMany: (c) => each(membersOfBody(c), (row) => revokeMember(c, row)),
  memberRevokeSelf: revokeSelf,
  memberRestore: (c) => {
    restoreMember(c, foundMember(c))
    return done
  },
  memberRestoreLegacy: (c) => {
    restoreMember(c, foundMember(c))
    return done
  },
  memberRestoreMany: (c) => each(demandSome(membersOfBody(c)), (row) => restoreMember(c, row)),
  memberRemove: (c) => {
    removeMember(c, foundMember(c))
    return done
  },
  memberRemoveMany: removeMany,
  memberDeleteAccount: (c) => {
    deleteClaimedAccount(c, foundMember(c))
    return done
  },
  memberDeleteAccountMany: (c) => each(membersOfBody(c), (row) => deleteClaimedAccount(c, row)),
  memberUpdate: (c) => {
    updateMember(c, foundMember(c), c.body as MemberWish & { accessPam: boolean })
    return done
  },
  memberEnableSecretsManager: enableSecretsManager,
  memberEnablePam: (c) => {
    managedOrganization(c)
    throw badRequest(NO_PAM)
  },
} satisfies Partial<Handlers>
