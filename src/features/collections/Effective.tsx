import { useState } from 'react'
import { collectionRightWords, type EffectiveHolder } from '#/domain/collection-rights'
import { Avatar } from '#/ui/Avatar'
import { Button } from '#/ui/Button'
import { Truncate } from '#/ui/Truncate'
import { counted } from '#/lib/counted'
import { personName } from '#/session/person-name'
import { groupName, type CollectionsData } from './use-collections'

interface Props {
  /** Null where it is not known. */
  holders: readonly EffectiveHolder[] | null
  data: CollectionsData
  isChanged: boolean
}

const SHOWN = 5

/** Everybody who can open it, and by what; after the changes that wait. */
export function Effective({ holders, data, isChanged }: Props) {
  const [isWhole, setWhole] = useState(false)
  if (holders === null) return null
  const shown = isWhole ? holders : holders.slice(0, SHOWN)
  return (
    <section className="mt-5">
      <div className="flex min-h-8 items-center gap-2 border-b border-line-strong">
        <h3 className="font-semibold">{isChanged ? 'Who that is, as it would be' : 'Who that is'}</h3>
        <span className="text-muted">{counted(holders.length, 'person', 'people')}</span>
      </div>
      <ul aria-label="People who can open it">
        {shown.map(({ memberId, right, through }) => {
          const name = personName(data.people.get(memberId), memberId)
          return (
            <li key={memberId} className="flex min-h-9 items-center gap-2 border-b border-line">
              <Avatar name={name} />
              <span className="min-w-0 flex-1">
                <Truncate>{name}</Truncate>
              </span>
              <span className="max-w-32 min-w-0 text-meta text-muted">
                <Truncate>
                  {through ? through.map((id) => groupName(data.groups.get(id), id)).join(', ') : 'Direct'}
                </Truncate>
              </span>
              <span className="w-32 shrink-0 text-right">{collectionRightWords[right]}</span>
            </li>
          )
        })}
      </ul>
      {holders.length > shown.length && (
        <Button size={28} variant="ghost" className="mt-1" onClick={() => setWhole(true)}>
          Show {holders.length - shown.length} more
        </Button>
      )}
    </section>
  )
}
