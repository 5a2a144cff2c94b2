import type { Context } from '#/mocks/handler'
import { stampOf } from '#/mocks/store/stamp'
import type { MailRow, UserRow } from '#/mocks/store/tables'

/** `twoFactor`: second factor by mail. `otp`: proof of presence, and an unknown device. */
export type CodePurpose = 'twoFactor' | 'otp'

const CODE_LIFE_MS = 5 * 60_000
const digits: Record<CodePurpose, number> = { twoFactor: 6, otp: 8 }
const subjects: Record<CodePurpose, string> = {
  twoFactor: 'Your verification code',
  otp: 'Your one-time password',
}

/** A number of exactly that many digits, leading zeros kept. */
function randomDigits(context: Context, length: number): string {
  return Array.from(context.random(length), (byte) => String(byte % 10)).join('')
}

/** Letters and digits, as the server makes its keys and client secrets. */
export function randomText(context: Pick<Context, 'random'>, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from(context.random(length), (byte) => letters[byte % letters.length]).join('')
}

/** Mails a fresh code. An older one of the same purpose stops working. */
export function mailCode(context: Context, user: UserRow, purpose: CodePurpose): void {
  const { db } = context
  for (const mail of openCodes(context, user, purpose)) db.mails.put({ ...mail, used: true })
  const code = randomDigits(context, digits[purpose])
  const row: MailRow = {
    id: db.newId(),
    to: user.email,
    subject: subjects[purpose],
    body: `Your code is ${code}. It works once, for five minutes.`,
    code,
    purpose,
    date: context.now(),
    expiresAt: stampOf(db.nowMs() + CODE_LIFE_MS),
    used: false,
  }
  db.mails.put(row)
}

function openCodes({ db }: Context, user: UserRow, purpose: CodePurpose): MailRow[] {
  const now = stampOf(db.nowMs())
  return db.mails
    .where('to', user.email.toLowerCase())
    .filter((mail) => mail.purpose === purpose && !mail.used && (mail.expiresAt ?? '') > now)
}

/** Whether the code was mailed and is still good. A good code is used up. */
export function useCode(context: Context, user: UserRow, purpose: CodePurpose, code: string): boolean {
  const mail = openCodes(context, user, purpose).find((open) => open.code === code.trim())
  if (mail) context.db.mails.put({ ...mail, used: true })
  return mail !== undefined
}
