import { badRequest } from '#/mocks/handler'
import type { Context, Handlers } from '#/mocks/handler'
import { pathId } from '#/mocks/http/query'
import {
  emptyNotFound,
  organizationIdOf,
  ownRow,
  publicCollectionAnswer,
  publicEventAnswer,
  publicGroupAnswer,
  publicList,
  publicMemberAnswer,
  publicPolicyAnswer,
  SHARED,
} from '#/mocks/public/wire'
import { eventRows } from '#/mocks/secrets-manager/event-pages'
import type { EventRow } from '#/mocks/store/tables'

/** One filter counts, in this order. A project that is not known gives nothing; a secret may have been deleted. */
function eventFilter({ db, query, caller }: Context): ((row: EventRow) => boolean) | undefined {
  const asked = (name: string) => query.get(name)?.trim().toLowerCase() || null
  const isForeign = (row: { organizationId: string } | undefined) =>
    row !== undefined && row.organizationId !== caller?.organizationId
  const actor = asked('actingUserId')
  if (actor) return (row) => row.actingUserId === actor
  const item = asked('itemId')
  if (item) return (row) => row.cipherId === item
  const secret = asked('secretId')
  if (secret) return isForeign(db.secrets.get(secret)) ? () => false : (row) => row.secretId === secret
  const project = asked('projectId')
  if (!project) return undefined
  const known = db.projects.get(project)
  return known && !isForeign(known) ? (row) => row.projectId === project : () => false
}

export const publicReadHandlers = {
  publicMemberList: (c) => {
    const rows = c.db.members.where('organizationId', organizationIdOf(c))
    return { body: publicList(rows.map((row) => publicMemberAnswer(c, row))) }
  },
  publicMemberGet: (c) => ({
    body: publicMemberAnswer(c, ownRow(c, c.db.members.get(pathId(c, 'id')))),
  }),
  publicMemberGroupList: (c) => {
    const { id } = ownRow(c, c.db.members.get(pathId(c, 'id')))
    return { body: c.db.groups.where('memberId', id).map((group) => group.id) }
  },
  publicGroupList: (c) => {
    const rows = c.db.groups.where('organizationId', organizationIdOf(c))
    return { body: publicList(rows.map((row) => publicGroupAnswer(c, row))) }
  },
  publicGroupGet: (c) => ({ body: publicGroupAnswer(c, ownRow(c, c.db.groups.get(pathId(c, 'id')))) }),
  publicGroupMemberList: (c) => ({ body: ownRow(c, c.db.groups.get(pathId(c, 'id'))).memberIds }),
  publicCollectionList: (c) => {
    const rows = c.db.collections.where('organizationId', organizationIdOf(c))
    return {
      body: publicList(rows.filter(({ type }) => type === SHARED).map((row) => publicCollectionAnswer(row))),
    }
  },
  publicCollectionGet: (c) => {
    const row = ownRow(c, c.db.collections.get(pathId(c, 'id')))
    if (row.type !== SHARED) throw emptyNotFound()
    return { body: publicCollectionAnswer(row) }
  },
  publicPolicyList: (c) => ({
    body: publicList(c.db.policies.where('organizationId', organizationIdOf(c)).map(publicPolicyAnswer)),
  }),
  publicPolicyGet: (c) => {
    const type = Number(c.params.type)
    const row = c.db.policies.where('organizationId', organizationIdOf(c)).find((one) => one.type === type)
    if (!row) throw emptyNotFound()
    return { body: publicPolicyAnswer(row) }
  },
  publicEventList: (c) => {
    const matches = eventFilter(c)
    const log = c.db.eventsOf(organizationIdOf(c))
    const tooLong = badRequest('Date range must be < 367 days.')
    const { rows, token } = eventRows(c, { log, ...(matches && { matches }), tooLong })
    return { body: { continuationToken: token, object: 'list', data: rows.map(publicEventAnswer) } }
  },
} satisfies Partial<Handlers>
