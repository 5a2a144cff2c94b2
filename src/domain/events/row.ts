/** The members of an event row that hold an id, by the server's names. */
export const EVENT_IDS = [
  'actingUserId',
  'userId',
  'serviceAccountId',
  'installationId',
  'providerId',
  'providerUserId',
  'organizationUserId',
  'grantedServiceAccountId',
  'secretId',
  'projectId',
  'groupId',
  'collectionId',
  'policyId',
  'cipherId',
  'sendId',
  'providerOrganizationId',
] as const

export type EventIdField = (typeof EVENT_IDS)[number]

/**
 * One row of the event log as the console holds it: the server's fields under the server's names (event-log.md §3),
 * `null` where they are unused or were not sent. A row has no id and holds no names. The organization is left out:
 * a log is always read of one.
 */
export interface EventRow extends Readonly<Record<EventIdField, string | null>> {
  /** Event code; unknown ones come from newer servers. */
  readonly type: number
  /** UTC, ISO 8601 with `Z`, up to seven fraction digits: as the server wrote it. */
  readonly date: string
  /** The same in epoch milliseconds, for reckoning; rows of one millisecond are told apart by `date`. */
  readonly at: number
  readonly deviceType: number | null
  readonly ipAddress: string | null
  readonly systemUser: number | null
  readonly domainName: string | null
}

type SentRow = { type: number; date: string } & {
  [F in EventIdField | 'ipAddress' | 'domainName']?: string | null | undefined
} & { deviceType?: number | null | undefined; systemUser?: number | null | undefined }

/** From what the server sent; what other server versions leave out counts as unused. */
export function eventRow(sent: SentRow): EventRow {
  return {
    type: sent.type,
    date: sent.date,
    at: Date.parse(sent.date),
    ...idsOf(sent),
    deviceType: sent.deviceType ?? null,
    ipAddress: sent.ipAddress ?? null,
    systemUser: sent.systemUser ?? null,
    domainName: sent.domainName ?? null,
  }
}

function idsOf(sent: Partial<Record<EventIdField, string | null | undefined>>) {
  const ids = {} as Record<EventIdField, string | null>
  for (const field of EVENT_IDS) ids[field] = sent[field] ?? null
  return ids
}
