import { useId, useState } from 'react'
import { READ, READ_WRITE } from '#/domain/access/facts'
import type { GrantState, PolicyTarget } from '#/session/access-types'
import { Button } from '#/ui/Button'
import { Checkbox } from '#/ui/Checkbox'
import { Dialog } from '#/ui/Dialog'
import { SearchField } from '#/ui/SearchField'
import { Segmented } from '#/ui/Segmented'
import { useAnnounced } from '#/ui/use-announced'
import { byKindAndName, isMatch } from './names'
import type { NamedThing } from './names'
import { WhoMark } from './Who'

interface Props {
  target: PolicyTarget
  candidates: readonly NamedThing[]
  onAdd: (wanted: GrantState[]) => void
  onClose: () => void
}

/** What is drawn at once: a thousand boxes would help nobody. */
const SHOWN = 100

/** Whom the server offers, less those who have a grant already. Nothing is sent from here. */
export function AddGranteesDialog({ target, candidates, onAdd, onClose }: Props) {
  const [text, setText] = useState('')
  const [right, setRight] = useState<'1' | '3'>(target.kind === 'machine' ? '3' : '1')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const hintId = useId()
  const matches = candidates.filter((thing) => isMatch(thing, text)).toSorted(byKindAndName)
  const shown = matches.slice(0, SHOWN)
  const noun = target.kind === 'granted' ? 'projects' : 'people, groups or machine accounts'
  useAnnounced(text ? `${matches.length} of ${candidates.length} match` : null)

  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  return (
    <Dialog
      title={target.kind === 'machine' ? 'Add people or groups' : `Add ${noun}`}
      description="Nothing is saved yet: what it changes is shown first."
      onClose={onClose}
      footerStart={`${chosen.size} chosen`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="solid"
            disabledReason={chosen.size === 0 && 'Choose at least one.'}
            onClick={() =>
              onAdd(
                candidates
                  .filter(({ id }) => chosen.has(id))
                  .map(({ kind, id }) => ({ kind, id, right: right === '3' ? READ_WRITE : READ })),
              )
            }
          >
            {chosen.size > 0 ? `Add ${chosen.size}` : 'Add'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SearchField
          label={target.kind === 'granted' ? 'Search by name' : 'Search by name or e-mail'}
          size={32}
          value={text}
          onChange={setText}
          aria-describedby={hintId}
        />
        {target.kind === 'machine' ? (
          <p className="text-meta text-muted">
            Everybody added can read and write: on machine accounts the server knows no other right.
          </p>
        ) : (
          <Segmented
            label="Right"
            options={[
              { value: '1', label: 'Can read' },
              { value: '3', label: 'Can read and write' },
            ]}
            value={right}
            onChange={setRight}
          />
        )}
        <ul className="flex flex-col" aria-label="Candidates">
          {shown.map((thing) => (
            <li key={thing.id} className="border-b border-line py-1.5">
              <Checkbox
                checked={chosen.has(thing.id)}
                onChange={() => toggle(thing.id)}
                label={
                  <span className="flex min-w-0 items-center gap-2">
                    <WhoMark thing={thing} />
                    <span className="min-w-0 wrap-anywhere">
                      {thing.name}
                      {thing.detail && <span className="ml-2 text-meta text-muted">{thing.detail}</span>}
                    </span>
                  </span>
                }
              />
            </li>
          ))}
        </ul>
        <p id={hintId} className="text-meta text-muted">
          {foot(matches.length, candidates.length, target)}
        </p>
      </div>
    </Dialog>
  )
}

function foot(matches: number, all: number, target: PolicyTarget): string {
  if (all === 0) return 'The server offers nobody who does not have a grant here already.'
  if (matches === 0) return 'No one matches. Only those whom the server offers to your account are searched.'
  const more = matches > SHOWN ? ` ${matches - SHOWN} more match: type to narrow.` : ''
  const machines =
    target.kind === 'granted'
      ? 'Projects are offered if your account can write them.'
      : 'Machine accounts are offered if your account can write them.'
  return `${matches} of ${all}.${more} ${target.kind === 'machine' ? '' : machines}`
}
