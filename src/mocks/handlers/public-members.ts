import { badRequest, unhandled } from '#/mocks/handler'
import type { Answer, Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import {
  inviteMembers,
  reinvite,
  removeMember,
  restoreMember,
  revokeMember,
  setGroups,
  updateMember,
} from '#/mocks/organization/member-acts'
import { askedGrants, organizationIdOf, ownRow, publicMemberAnswer } from '#/mocks/public/wire'
import type { GrantWish } from '#/mocks/public/wire'
import { writeEvent } from '#/mocks/secrets-manager/events'
import type { Id, MemberRow, Permissions } from '#/mocks/store/tables'

const GROUPS_SET = 1504

interface MemberBody {
  email: string
  type: MemberRow['type']
  externalId: string | null
  permissions: Permissions | null
  collections: GrantWish[] | null
  groups: Id[] | null
}

const memberOf = (c: Context): MemberRow => ownRow(c, c.db.members.get(pathId(c, 'id')))

/** What the body names must be there; what is another organization's is not. */
function demandKnown(c: Context, { collections, groups }: MemberBody): void {
  const organizationId = organizationIdOf(c)
  const isHere = (row: { organizationId: Id } | undefined) => row?.organizationId === organizationId
  const known =
    (collections ?? []).every(({ id }) => isHere(c.db.collections.get(id))) &&
    (groups ?? []).every((id) => isHere(c.db.groups.get(id)))
  if (!known) throw badRequest('Failed to invite users')
}

function create(c: Context): Answer {
  const body = c.body as MemberBody
  const organizationId = organizationIdOf(c)
  const grants = askedGrants(body.collections)
  demandKnown(c, body)
  const wish = { ...body, collections: grants ?? [], accessSecretsManager: false }
  const [member] = inviteMembers(c, organizationId, [body.email], wish)
  if (!member) throw badRequest('This user has already been invited.')
  const row = c.db.members.update(member.id, { externalId: body.externalId })
  return { body: publicMemberAnswer(c, row, grants) }
}

/** Left out: external id and collections are cleared, groups and custom permissions kept. */
function update(c: Context): Answer {
  const member = memberOf(c)
  const body = c.body as MemberBody
  const grants = askedGrants(body.collections)
  updateMember(c, member, {
    type: body.type,
    permissions: body.permissions ?? member.permissions,
    accessSecretsManager: member.accessSecretsManager,
    accessPam: false,
    collections: grants ?? [],
    groups: body.groups,
  })
  const row = c.db.members.update(member.id, { externalId: body.externalId })
  return { body: publicMemberAnswer(c, row, grants) }
}

function putGroups(c: Context): Answer {
  const member = memberOf(c)
  const { groupIds } = c.body as { groupIds: Id[] | null }
  if (groupIds === null) throw unhandled()
  setGroups(c, member, groupIds)
  writeEvent(c, member.organizationId, GROUPS_SET, {
    organizationUserId: member.id,
    ...(member.userId !== null && { userId: member.userId }),
  })
  return {}
}

const act = (run: (c: Context, member: MemberRow) => void) => (c: Context) => {
  run(c, memberOf(c))
  return {}
}

export const publicMemberHandlers = {
  publicMemberCreate: create,
  publicMemberUpdate: update,
  publicMemberGroupPut: putGroups,
  publicMemberDelete: act(removeMember),
  publicMemberReinvite: act(reinvite),
  publicMemberRevoke: act((c, member) => revokeMember(c, member)),
  publicMemberRestore: act(restoreMember),
} satisfies Partial<Handlers>
