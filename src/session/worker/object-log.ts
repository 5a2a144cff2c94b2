import { ApiError } from '#/api/error'
import { categoryOf } from '#/domain/events/codes'
import { ClosedLogError } from '#/domain/events/fill-moment'
import { readSpan, type AskPage, type PageRequest } from '#/domain/events/pager'
import { eventRow, type EventRow } from '#/domain/events/row'
import { lastTickOfMs, msOf, tickOfMs } from '#/domain/events/tick'
import type { LogPart, LogRequest, LogTarget } from '#/session/object-log-types'
import type { Context } from './vault'

/** Pages of one reading. A member's are looked for in the whole log. */
const MOST_PAGES = 6
const MOST_PAGES_OF_ALL = 20

/** The log of one object, newest first, as far as some pages reach. Reading it is recorded nowhere. */
export async function readObjectLog(
  context: Context,
  request: LogRequest,
  signal: AbortSignal,
): Promise<LogPart> {
  const { target, from, before } = request
  const isPicked = target.kind === 'member' || target.kind === 'departures'
  const mostPages = request.mostPages ?? (isPicked ? MOST_PAGES_OF_ALL : MOST_PAGES)
  const span = { from: tickOfMs(from), to: before === null ? lastTickOfMs(request.to) : before - 1 }
  const rows: EventRow[] = []
  const crowded: number[] = []
  let pages = 0
  let unplaced = 0
  let downTo = span.to + 1
  const ask = async (query: PageRequest) => {
    pages += 1
    const page = await askOf(context, request)(query, signal)
    unplaced += page.unplaced
    return { rows: page.data.map(eventRow), continuationToken: page.continuationToken }
  }
  try {
    for await (const step of readSpan(ask, span)) {
      rows.push(...step.rows.filter(belongsTo(target)))
      if (step.crowded !== null) crowded.push(msOf(step.crowded))
      downTo = step.downTo
      if (pages >= mostPages) break
    }
  } catch (error) {
    const isRefused = error instanceof ApiError && (error.status === 404 || error.status === 403)
    if (isRefused) return { status: 'refused' }
    throw error
  }
  const isWhole = downTo <= span.from
  return {
    status: 'read',
    rows,
    crowded,
    unplaced,
    pages,
    downTo: isWhole ? null : downTo,
    reachesTo: msOf(downTo),
  }
}

/** The log of one object or member, to fill a moment from. */
export function objectAsk(
  context: Context,
  organizationId: string,
  key: string,
  signal: AbortSignal,
): AskPage {
  const [kind = '', id = ''] = key.split(':')
  const ask =
    kind === 'member'
      ? askOfMember(context, organizationId, id)
      : askOf(context, {
          organizationId,
          target: { kind: kind as 'secret' | 'project' | 'machine', id },
          mayReadLog: true,
        })
  return async (query) => {
    signal.throwIfAborted()
    try {
      const { data, continuationToken } = await ask(query, signal)
      return { rows: data.map(eventRow), continuationToken }
    } catch (error) {
      const isClosed = error instanceof ApiError && (error.status === 404 || error.status === 403)
      if (isClosed) throw new ClosedLogError()
      throw error
    }
  }
}

/** The server's own list: by `actingUserId`, so without what the person did with secrets and projects. */
const askOfMember =
  ({ client }: Context, orgId: string, id: string) =>
  (query: PageRequest, signal: AbortSignal) =>
    client.call('memberEventList', { params: { orgId, id }, query }, { signal })

type Asked = Pick<LogRequest, 'organizationId' | 'target' | 'mayReadLog'>

function askOf(context: Context, { organizationId: orgId, target, mayReadLog }: Asked) {
  const id = 'id' in target ? target.id : ''
  const { client } = context
  return (query: PageRequest, signal: AbortSignal) => {
    switch (target.kind) {
      case 'secret':
        return client.call('secretEventList', { params: { orgId, id }, query }, { signal })
      case 'project':
        return client.call('projectEventList', { params: { orgId, id }, query }, { signal })
      case 'machine':
        // The one path asks for the right on the log, the other for that on the account.
        return mayReadLog
          ? client.call('machineAccountEventListByOrganization', { params: { orgId, id }, query }, { signal })
          : client.call('machineAccountEventList', { params: { serviceAccountId: id }, query }, { signal })
      case 'organization':
      case 'member':
      case 'departures':
      case 'policy':
        return client.call('organizationEventList', { params: { id: orgId }, query }, { signal })
    }
  }
}

/**
 * Everything by a member and done to them. The server's own list for a member goes by `actingUserId` alone and so leaves
 * out what people do with secrets and projects (event-log.md §2).
 */
function belongsTo(target: LogTarget): (row: EventRow) => boolean {
  if (target.kind === 'departures') return (row) => isDeparture(row, new Set(target.ids))
  if (target.kind === 'policy') return (row) => row.type === POLICY_SAVED && row.policyId === target.policyId
  if (target.kind !== 'member') return () => true
  const { id, userId } = target
  return (row) => {
    if (row.organizationUserId === id || row.actingUserId === id || row.userId === id) return true
    if (userId === null) return false
    const category = categoryOf(row.type)
    return row.actingUserId === userId || (row.userId === userId && category !== 'send')
  }
}

const POLICY_SAVED = 1700

/** Removed, suspended, deleted, left; and machine accounts deleted. */
const DEPARTURES = new Set([1503, 1511, 1515, 1516, 1518, 1520, 1521])

const isDeparture = (row: EventRow, ids: ReadonlySet<string>): boolean =>
  (DEPARTURES.has(row.type) && ids.has(row.userId ?? '')) ||
  (row.type === 2305 && ids.has(row.grantedServiceAccountId ?? ''))
