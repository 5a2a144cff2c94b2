import { shownObject, type NamedKind, type EventNames } from '#/domain/events/names'
import { UNNAMED_PERSON } from '#/domain/events/public-row'
import { EVENT_IDS, type EventIdField, type EventRow } from '#/domain/events/row'
import type { ShownEvent } from '#/session/event-types'
import { CopyButton } from '#/ui/CopyButton'
import { ObjectLink } from './Sentence'

/** What each id field holds, to join its name; ids that hold something else by code are left as they are. */
const KINDS: Partial<Record<EventIdField, NamedKind>> = {
  actingUserId: 'account',
  userId: 'account',
  serviceAccountId: 'machine',
  grantedServiceAccountId: 'machine',
  organizationUserId: 'member',
  secretId: 'secret',
  projectId: 'project',
  groupId: 'group',
  collectionId: 'collection',
  policyId: 'policy',
}

const PLAIN = ['deviceType', 'ipAddress', 'systemUser', 'domainName'] as const

/** The row under the server's own names, what is filled first; all of it goes to the clipboard. */
export function RawFields({
  row,
  names,
  orgId,
}: {
  row: EventRow
  names: EventNames
  orgId: string | undefined
}) {
  const all: [string, string | number | null][] = [
    ['type', row.type],
    ['date', row.date],
    ...EVENT_IDS.map((field): [string, string | null] => [field, sentId(row[field])]),
    ...PLAIN.map((field): [string, string | number | null] => [field, row[field]]),
  ]
  const filled = all.filter(([, value]) => value !== null)
  const empty = all.filter(([, value]) => value === null)
  return (
    <section className="mt-5" aria-labelledby="raw-fields">
      <div className="flex items-center gap-2 pb-1">
        <h3 id="raw-fields" className="font-medium">
          Raw fields
        </h3>
        <span className="flex-1 text-meta text-muted">
          {filled.length} of {all.length} filled
        </span>
        <CopyButton size={28} text={() => eventJson(row)} label="Copy JSON" />
      </div>
      <dl>
        {filled.map(([field, value]) => (
          <div
            key={field}
            className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1 font-mono text-meta"
          >
            <dt className="text-muted wrap-anywhere">{field}</dt>
            <dd className="wrap-anywhere">
              {value}
              <FieldName field={field as EventIdField} value={value} names={names} orgId={orgId} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="border-t border-line py-1 text-meta text-muted">
        Null: <span className="font-mono">{empty.map(([field]) => field).join(', ')}</span>
      </p>
    </section>
  )
}

/** What stands for a person who is not named was not sent. */
const sentId = (id: string | null) => (id === UNNAMED_PERSON ? null : id)

function FieldName({
  field,
  value,
  names,
  orgId,
}: {
  field: EventIdField
  value: string | number | null
  names: EventNames
  orgId: string | undefined
}) {
  const kind = KINDS[field]
  if (!kind || typeof value !== 'string') return null
  const isMember = kind === 'account' && !names.get(kind, value) && names.get('member', value) !== undefined
  const shown = shownObject(isMember ? 'member' : kind, value, names)
  if (!shown.isName && shown.state !== 'gone') return null
  const name = <bdi className="block font-sans text-muted">{shown.text}</bdi>
  return shown.to && orgId ? (
    <ObjectLink orgId={orgId} of={shown.to.kind} id={shown.to.id}>
      {name}
    </ObjectLink>
  ) : (
    name
  )
}

/** As the server sends it, without the names that this console joins. */
function eventJson(row: ShownEvent): string {
  const { at: _, marks: __, ...sent } = row
  return JSON.stringify({ ...sent, userId: sentId(row.userId) }, null, 2)
}
