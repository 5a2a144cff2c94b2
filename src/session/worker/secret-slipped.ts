import type { SecretRef } from './secret-read'
import type { Context } from './vault'

interface Question extends SecretRef {
  versionsBefore: Set<string> | null
  /** The value that we wrote, null if it did not change. */
  ownValue: string | null
}

/**
 * The wire has no revision to write against, so a change between our read and our write goes unseen. Two traces
 * may tell of it afterwards: a version row that is neither ours nor older, and a foreign edit in the log (where
 * this account may read it). Without the log it is "not known", unless a version row tells.
 */
export async function changeSlippedIn(context: Context, question: Question): Promise<boolean | 'not known'> {
  const [versions, log] = await Promise.all([
    foreignVersion(context, question),
    foreignEvent(context, question),
  ])
  if (versions === true || log === true) return true
  // Names and notes leave no version row: without the log, nothing tells of a change to them.
  return log
}

interface Write extends SecretRef {
  /** As it was read right before the write. */
  read: { revisionDate: string; value: string }
  /** The value that we wrote, null if it did not change. */
  ownValue: string | null
}

/**
 * The same after one of many writes, with one look where that is enough: the log tells of every field; where it is
 * silent or closed, a version row that is younger than what was read tells of the value alone.
 */
export async function slippedSince(context: Context, write: Write): Promise<boolean | 'not known'> {
  const log = await foreignEvent(context, write)
  if (log !== 'not known') return log
  return (await youngerVersion(context, write)) ? true : 'not known'
}

/** A server may date a row a little later than the save that made it: the row of what was read is not younger. */
const ROW_DELAY = 2_000

async function youngerVersion(context: Context, { secretId, read, ownValue }: Write): Promise<boolean> {
  const since = Date.parse(read.revisionDate)
  try {
    const { data } = await context.client.call('secretVersionList', { params: { secretId } })
    return data.some(({ value, versionDate }) => {
      const after = Date.parse(versionDate) - since
      return value !== ownValue && after > (value === read.value ? ROW_DELAY : 0)
    })
  } catch {
    return false
  }
}

async function foreignVersion(context: Context, question: Question): Promise<boolean | 'not known'> {
  if (!question.versionsBefore) return 'not known'
  try {
    const list = await context.client.call('secretVersionList', { params: { secretId: question.secretId } })
    const fresh = list.data.filter((version) => !question.versionsBefore?.has(version.id))
    return fresh.some((version) => version.value !== question.ownValue)
  } catch {
    return 'not known'
  }
}

const READ = 2100
const EDITED = 2102

async function foreignEvent(context: Context, question: SecretRef): Promise<boolean | 'not known'> {
  const organization = context.vault.profile?.organizations.find((o) => o.id === question.organizationId)
  if (!organization?.useEvents) return 'not known'
  try {
    const { organizationId: orgId, secretId: id } = question
    const list = await context.client.call('secretEventList', {
      params: { orgId, id },
      query: aroundNow(context),
    })
    return editBetween(list.data, context.vault.account?.userId ?? '')
  } catch {
    return 'not known'
  }
}

/**
 * Newest first: our edit, then whatever came between, then our read. Positions, not dates, because the
 * machine's clock may differ from the server's.
 */
function editBetween(events: { type: number; userId: string | null }[], me: string): boolean | 'not known' {
  const ownEdit = events.findIndex((event) => event.type === EDITED && event.userId === me)
  const ownRead = events.findIndex((event, i) => i > ownEdit && event.type === READ && event.userId === me)
  if (ownEdit === -1 || ownRead === -1) return 'not known'
  return events.slice(ownEdit + 1, ownRead).some((event) => event.type === EDITED)
}

/** By the server's clock as far as it is known: this machine's may be off by more than a day. */
function aroundNow({ vault }: Context): { start: string; end: string } {
  const day = 24 * 60 * 60_000
  const now = Date.now() - (vault.server?.clockSkew ?? 0)
  return { start: new Date(now - day).toISOString(), end: new Date(now + day).toISOString() }
}
