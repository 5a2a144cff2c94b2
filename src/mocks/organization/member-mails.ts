import type { Context } from '#/mocks/handler'
import { stampOf } from '#/mocks/store/stamp'
import type { MemberRow } from '#/mocks/store/tables'

const INVITATION_LIFE_MS = 5 * 24 * 60 * 60_000

function mail(context: Context, to: string, subject: string, body: string, expiresAt: string | null): void {
  const purpose = expiresAt === null ? 'confirmation' : 'invitation'
  const { db } = context
  db.mails.put({
    id: db.newId(),
    to,
    subject,
    body,
    code: null,
    purpose,
    date: context.now(),
    expiresAt,
    used: false,
  })
}

/** The link in it is good for five days on a server that was not told otherwise. */
export function mailInvitation(context: Context, { organizationId, email }: MemberRow): void {
  const name = context.db.organizations.get(organizationId)?.name ?? ''
  if (email === null) return
  mail(
    context,
    email,
    `Join ${name}`,
    `You have been invited to join ${name}. Accept the invitation with your account, or make one.`,
    stampOf(context.db.nowMs() + INVITATION_LIFE_MS),
  )
}

export function mailConfirmation(context: Context, { organizationId, userId }: MemberRow): void {
  const name = context.db.organizations.get(organizationId)?.name ?? ''
  const to = context.db.users.get(userId)?.email
  if (to)
    mail(context, to, `You are a member of ${name}`, `You can now use what ${name} shares with you.`, null)
}
