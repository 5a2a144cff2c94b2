import { badRequest, notFound } from '#/mocks/handler'
import type { Handlers } from '#/mocks/handler'
import { allow, callerOf, isMember } from '#/mocks/rules'
import type { Id } from '#/mocks/store/tables'

const INVALID_STATE = 'The organization is in an invalid state. Please contact Customer Support.'

export const requestAccessHandlers = {
  // Any member may ask; that is what those without Secrets Manager need.
  accessRequest: (c) => {
    const { organizationId, emailContent } = c.body as { organizationId: Id; emailContent: string }
    const caller = callerOf(c)
    allow(isMember(caller, organizationId))
    const organization = c.db.organizations.get(organizationId)
    const sender = c.db.users.get(caller.userId)
    if (!organization || !sender) throw notFound()
    const keepers = c.db.members.where('organizationId', organizationId).filter((member) => member.type <= 1)
    const addresses = new Set(
      keepers.flatMap(({ userId, email }) => c.db.users.get(userId)?.email ?? email ?? []),
    )
    if (addresses.size === 0) throw badRequest(INVALID_STATE)
    for (const to of addresses) {
      c.db.mails.put({
        ...{ id: c.db.newId(), to, subject: 'Access Requested for Secrets Manager' },
        body: `${sender.name ?? sender.email} asks for access to Secrets Manager of ${organization.name}:\n\n${emailContent}`,
        ...{ code: null, purpose: 'request-access', date: c.now(), expiresAt: null, used: false },
      })
    }
    return {}
  },
} satisfies Partial<Handlers>
