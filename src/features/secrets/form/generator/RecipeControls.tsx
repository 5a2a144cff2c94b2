import { useId } from 'react'
import { BOUNDS, type CharacterSet, type Recipe } from '#/domain/generator'
import { setsOf, withinRule, type GeneratorRule } from '#/domain/generator-rule'
import { Checkbox } from '#/ui/Checkbox'
import { Select } from '#/ui/Select'

interface Props<R extends Recipe = Recipe> {
  recipe: R
  /** What the organization asks for: nothing below it can be chosen. */
  rule: GeneratorRule | null
  onChange: (recipe: Recipe) => void
}

/** The controls of one kind. */
export function RecipeControls({ recipe, rule, onChange }: Props) {
  switch (recipe.kind) {
    case 'characters':
      return <CharacterControls recipe={recipe} rule={rule} onChange={onChange} />
    case 'words':
      return <WordControls recipe={recipe} rule={rule} onChange={onChange} />
    case 'hex':
    case 'base64url':
      return (
        <Amount
          label="Bytes"
          bounds={BOUNDS.bytes}
          value={recipe.bytes}
          onChange={(bytes) => onChange({ ...recipe, bytes })}
        />
      )
    case 'uuid':
      return <p className="text-muted">Version 4: all but six of its 128 bits are drawn.</p>
  }
}

const SETS: readonly { set: CharacterSet; label: string }[] = [
  { set: 'upper', label: 'A to Z' },
  { set: 'lower', label: 'a to z' },
  { set: 'digits', label: '0 to 9' },
  { set: 'signs', label: '! # % + : = ? @ _ -' },
]

function CharacterControls({ recipe, rule, onChange }: Props<Extract<Recipe, { kind: 'characters' }>>) {
  const asked = rule ? setsOf(rule) : []
  const least = withinRule({ ...recipe, length: BOUNDS.characters[0] }, rule)
  return (
    <>
      <Amount
        label="Length"
        bounds={[least.kind === 'characters' ? least.length : 0, BOUNDS.characters[1]]}
        value={recipe.length}
        onChange={(length) => onChange({ ...recipe, length })}
      />
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <legend className="float-left w-20 text-muted">From</legend>
        {SETS.map(({ set, label }) => (
          <Checkbox
            key={set}
            label={label}
            checked={recipe.sets.includes(set)}
            disabled={asked.includes(set)}
            onChange={(event) =>
              onChange({
                ...recipe,
                sets: event.target.checked
                  ? [...recipe.sets, set]
                  : recipe.sets.filter((each) => each !== set),
              })
            }
          />
        ))}
        <Checkbox
          label="No look-alikes"
          checked={recipe.noLookAlikes}
          onChange={(event) => onChange({ ...recipe, noLookAlikes: event.target.checked })}
        />
      </fieldset>
    </>
  )
}

function WordControls({ recipe, rule, onChange }: Props<Extract<Recipe, { kind: 'words' }>>) {
  return (
    <>
      <Amount
        label="Words"
        bounds={[Math.max(BOUNDS.words[0], rule?.words ?? 0), BOUNDS.words[1]]}
        value={recipe.count}
        onChange={(count) => onChange({ ...recipe, count })}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Select
          className="w-40"
          size={28}
          label="Between words"
          hideLabel
          options={[
            { value: '-', label: 'Hyphen between' },
            { value: '.', label: 'Dot between' },
            { value: '_', label: 'Underscore between' },
            { value: ' ', label: 'Space between' },
          ]}
          value={recipe.separator}
          onChange={(separator) => onChange({ ...recipe, separator })}
        />
        <Checkbox
          label="Capitals"
          checked={recipe.isCapitalized}
          disabled={rule?.isCapitalized === true}
          onChange={(event) => onChange({ ...recipe, isCapitalized: event.target.checked })}
        />
        <Checkbox
          label="A digit"
          checked={recipe.hasDigit}
          disabled={rule?.hasDigit === true}
          onChange={(event) => onChange({ ...recipe, hasDigit: event.target.checked })}
        />
        <span className="text-meta text-muted">From the EFF’s long list of 7,776 words</span>
      </div>
    </>
  )
}

interface AmountProps {
  label: string
  bounds: readonly [number, number]
  value: number
  onChange: (value: number) => void
}

/** A slider for the hand, and a field for the exact number. */
function Amount({ label, bounds: [min, max], value, onChange }: AmountProps) {
  const id = useId()
  const set = (text: string) => {
    const wanted = Math.round(Number(text))
    if (wanted >= min && wanted <= max) onChange(wanted)
  }
  return (
    <div className="flex items-center gap-4">
      <label htmlFor={id} className="w-16 shrink-0 text-muted">
        {label}
      </label>
      <input
        type="range"
        aria-label={`${label}, slider`}
        {...{ min, max, value }}
        onChange={(event) => set(event.target.value)}
        className="min-w-0 flex-1 accent-[var(--accent)]"
      />
      <input
        // Anew when the slider moved it: while one types, what is out of bounds stays to be finished.
        key={value}
        id={id}
        type="number"
        {...{ min, max }}
        defaultValue={value}
        onBlur={(event) => set(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && set(event.currentTarget.value)}
        className="field-edge control-h-small w-18 rounded-control bg-surface px-2 text-right tabular-nums"
      />
    </div>
  )
}
