import { useState } from 'react'
import { consequencesOf, type JudgedMember } from '#/domain/policy-consequence'
import { Avatar } from '#/ui/Avatar'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { cx } from '#/ui/cx'
import { Truncate } from '#/ui/Truncate'

interface Props {
  type: number
  /** Null where this account may not know. */
  members: readonly JudgedMember[] | null
  isTurningOn: boolean
  isOn: boolean
}

const SHOWN = 3

/** What saving does to people at once; where the server does not tell, it says that instead of a number. */
export function Consequences({ type, members, isTurningOn, isOn }: Props) {
  const all = members === null ? null : consequencesOf(type, members)
  return (
    <section className="mt-5">
      <h3 className="border-b border-line-strong pb-1 font-semibold">
        {isTurningOn ? 'What saving does' : isOn ? 'What it means now' : 'What turning it on would do'}
      </h3>
      {isOn && !isTurningOn && type !== 8 ? (
        <p className="py-2 text-muted">
          Saving settings takes access from nobody at once; clients follow with their next sync.
        </p>
      ) : members === null ? (
        <Callout tone="warning" className="mt-2" title="Not counted.">
          Who would be hit is told only to owners, admins and those who manage users.
        </Callout>
      ) : all === null ? (
        <Callout tone="warning" className="mt-2" title="Not known how many.">
          Users and custom members who belong to another organization are revoked at once. The server does not
          tell who that is before it is turned on.
        </Callout>
      ) : (
        <ul>
          {all.map(({ count, text, members: who, isLoss }) => (
            <li key={text} className="flex gap-3 border-b border-line py-2">
              <span
                className={cx(
                  'w-8 shrink-0 font-semibold tabular-nums',
                  isLoss && count > 0 && 'text-warning',
                )}
              >
                {count}
              </span>
              <span className="min-w-0 flex-1">
                {text}
                <Names members={who} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Names({ members }: { members: readonly JudgedMember[] }) {
  const [isWhole, setWhole] = useState(false)
  if (members.length === 0) return null
  const shown = isWhole ? members : members.slice(0, SHOWN)
  return (
    <>
      <ul className="mt-1">
        {shown.map(({ id, name }) => (
          <li key={id} className="flex min-h-7 items-center gap-2">
            <Avatar name={name} />
            <Truncate>{name}</Truncate>
          </li>
        ))}
      </ul>
      {members.length > shown.length && (
        <Button size={28} variant="ghost" onClick={() => setWhole(true)}>
          Show all {members.length}
        </Button>
      )}
    </>
  )
}
