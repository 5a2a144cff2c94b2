import { Plus, X } from 'lucide-react'
import { useId, useState, type SyntheticEvent } from 'react'
import type { KeyPlace } from '#/domain/key-rotation'
import { useSettings } from '#/data/settings'
import { clockTime } from '#/domain/time-words'
import { Button } from '#/ui/Button'
import { Checkbox } from '#/ui/Checkbox'
import { IconButton } from '#/ui/IconButton'
import { TextField } from '#/ui/TextField'

const USUAL = [
  'Directory Connector',
  'Event forwarder',
  'Terraform or other scripts',
  'Assistant by MCP server',
  'Audit view of this console',
]

interface Props {
  places: readonly KeyPlace[]
  /** When the SCIM key was made; null: there is none; undefined: not known. */
  hasScimKey: boolean | undefined
  onChange: (places: KeyPlace[]) => void
}

/** What holds the old key: a list for this rotation, kept sealed on this device. */
export function PlacesStep({ places, hasScimKey, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const formId = useId()
  const add = (text: string) => onChange([...places, { id: crypto.randomUUID(), text, doneAt: null }])
  const isListed = (text: string) => places.some((place) => place.text === text)

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    const text = typed.trim()
    if (text === '' || isListed(text)) return
    add(text)
    setTyped('')
  }

  return (
    <>
      <p className="text-muted">
        List every place that holds the key, so that you can tick it off afterwards. The list stays on this
        device, sealed with your key; the server is not told.
      </p>
      <fieldset>
        <legend className="mb-2 font-medium">Usual places</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {USUAL.map((text) => (
            <Checkbox
              key={text}
              label={text}
              checked={isListed(text)}
              onChange={({ target }) =>
                target.checked ? add(text) : onChange(places.filter((place) => place.text !== text))
              }
            />
          ))}
        </div>
      </fieldset>
      <form id={formId} onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <TextField
          className="w-90 max-w-full"
          label="Another place"
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" icon={Plus}>
          Add place
        </Button>
      </form>
      {places.some(({ text }) => !USUAL.includes(text)) && (
        <ul aria-label="Your places" className="border-t border-line">
          {places
            .filter(({ text }) => !USUAL.includes(text))
            .map(({ id, text }) => (
              <li key={id} className="flex items-center gap-2 border-b border-line py-1">
                <bdi className="min-w-0 flex-1 wrap-anywhere">{text}</bdi>
                <IconButton
                  icon={X}
                  size={28}
                  label={`Take ${text} off the list`}
                  onClick={() => onChange(places.filter((place) => place.id !== id))}
                />
              </li>
            ))}
        </ul>
      )}
      <p className="text-meta text-muted">
        Not to update: SCIM provisioning{' '}
        {hasScimKey === false
          ? 'would have a key of its own, and this organization has none'
          : 'has a key of its own'}
        , and machine accounts have access tokens. Neither is touched by this rotation. The Directory
        Connector does use this key.
      </p>
    </>
  )
}

/** The same list after the rotation, to tick off. */
export function PlacesList({
  places,
  now,
  onChange,
}: {
  places: readonly KeyPlace[]
  now: () => number
  onChange: (places: KeyPlace[]) => void
}) {
  const { timeZone } = useSettings()
  return (
    <ul className="border-t border-line">
      {places.map((place) => (
        <li key={place.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1.5">
          <Checkbox
            className="min-w-0 flex-1"
            label={<bdi className="wrap-anywhere">{place.text}</bdi>}
            checked={place.doneAt !== null}
            onChange={({ target }) =>
              onChange(
                places.map((one) =>
                  one.id === place.id ? { ...one, doneAt: target.checked ? now() : null } : one,
                ),
              )
            }
          />
          <span className="text-meta text-muted">
            {place.doneAt === null ? 'Not updated' : `Ticked by you at ${clockTime(place.doneAt, timeZone)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
