import { useParams } from '@tanstack/react-router'
import { BookmarkPlus, RefreshCw, Scale, Trash2, Undo2, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { generate, NO_CHARACTERS, recipeWords, type Generated, type Recipe } from '#/domain/generator'
import { closedKind, ruleWords, withinRule, type GeneratorRule } from '#/domain/generator-rule'
import { strengthSteps } from '#/domain/value-strength'
import { session } from '#/session/session'
import { useOpenSession } from '#/session/use-session'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { Segmented } from '#/ui/Segmented'
import { Select } from '#/ui/Select'
import { StrengthBar } from '#/ui/StrengthBar'
import { BUILT_IN, dropRecipe, keepRecipe, keptRecipes } from './recipes'
import { RecipeControls } from './RecipeControls'

interface Props {
  /** What stands in the field now. */
  value: string
  isSaving: boolean
  onChange: (value: string) => void
  onClose: () => void
}

const KINDS = [
  { value: 'characters', label: 'Characters' },
  { value: 'words', label: 'Words' },
  { value: 'hex', label: 'Hex' },
  { value: 'base64url', label: 'Base64url' },
  { value: 'uuid', label: 'UUID' },
] as const

/** Begins with what was kept last; each turn of a control draws a new value into the field. */
export function Generator({ value, isSaving, onChange, onClose }: Props) {
  // What stood there when it was opened: "Put back" returns it.
  const [before] = useState(value)
  const [kept, setKept] = useState(keptRecipes)
  const { orgId, organization, rule } = useRule()
  const [wished, setWished] = useState<Recipe>(() => firstOf(kept, rule))
  const recipe = withinRule(wished, rule)
  const [made, setMade] = useState<Generated | null>(null)
  const isEmpty = drawsNothing(recipe)

  async function draw(next: Recipe) {
    setWished(next)
    await rulesAreKnown()
    const within = withinRule(next, ruleOf(orgId))
    if (isSaving || drawsNothing(within)) return
    const words = within.kind === 'words' ? (await import('#/crypto/eff-long-word-list')).effLongWordList : []
    const drawn = generate(within, words)
    setMade(drawn)
    onChange(drawn.text)
    announce(`A new value of ${Math.floor(drawn.bits)} bits is in the field.`)
  }
  // Into an empty field it draws at once; over a value only when it is asked to.
  const begin = useEffectEvent(() => void (before === '' && draw(recipe)))
  useEffect(() => {
    const soon = setTimeout(() => begin())
    return () => clearTimeout(soon)
  }, [])

  const presets = presetsOf(kept, rule)
  return (
    <section aria-label="Generator" className="rounded-control border border-line-strong bg-chrome">
      <div className="flex flex-wrap items-center gap-3 px-3 pt-2">
        <p className="font-semibold">Generator</p>
        <Segmented
          label="Kind"
          size={28}
          collapse
          options={KINDS.filter(({ value: kind }) => !closedKind(kind, rule))}
          value={recipe.kind}
          onChange={(kind) => void draw(startOf(kind))}
        />
        <Select
          className="ml-auto w-56 max-sm:order-last max-sm:w-full"
          label="Preset"
          hideLabel
          size={28}
          placeholder="Presets"
          options={presets.map(({ name, recipe: of }, i) => ({
            value: String(i),
            label: `${name}: ${recipeWords(of)}`,
          }))}
          value=""
          onChange={(index) => {
            const preset = presets[Number(index)]
            if (preset) void draw(preset.recipe)
          }}
        />
        <IconButton
          className="max-sm:ml-auto"
          size={28}
          icon={X}
          label="Close the generator"
          onClick={onClose}
        />
      </div>
      <div className="flex flex-col gap-3 p-3">
        <RecipeControls recipe={recipe} rule={rule} onChange={(next) => void draw(next)} />
        <Made recipe={recipe} made={made?.text === value ? made : null} />
        {rule && <RuleNote organization={organization} rule={rule} />}
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-3 py-2">
        <PresetKeeper recipe={recipe} kept={kept} onKept={setKept} />
        <Button
          size={28}
          icon={RefreshCw}
          disabledReason={isSaving ? 'It is being saved.' : isEmpty && NO_CHARACTERS}
          onClick={() => void draw(recipe)}
        >
          Another
        </Button>
        <Button
          size={28}
          icon={Undo2}
          disabledReason={value === before && 'What was there stands in the field.'}
          onClick={() => onChange(before)}
        >
          Put back what was there
        </Button>
      </div>
    </section>
  )
}

interface KeeperProps {
  recipe: Recipe
  kept: readonly Recipe[]
  onKept: (recipes: Recipe[]) => void
}

function PresetKeeper({ recipe, kept, onKept }: KeeperProps) {
  const isThis = (each: Recipe) => recipeWords(each) === recipeWords(recipe)
  if (kept.some(isThis)) {
    return (
      <Button size={28} variant="ghost" icon={Trash2} onClick={() => onKept(dropRecipe(recipe))}>
        Drop this preset
      </Button>
    )
  }
  if (drawsNothing(recipe) || BUILT_IN.some((each) => isThis(each.recipe))) return null
  return (
    <Button size={28} variant="ghost" icon={BookmarkPlus} onClick={() => onKept(keepRecipe(recipe))}>
      Keep as a preset
    </Button>
  )
}

function Made({ recipe, made }: { recipe: Recipe; made: Generated | null }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3">
      {drawsNothing(recipe) ? (
        <span className="text-danger">{NO_CHARACTERS}</span>
      ) : made ? (
        <>
          <StrengthBar level={strengthSteps(made.bits)} text={`${Math.floor(made.bits)} bits`} />
          <span className="text-muted">{recipeWords(recipe)}, each drawn evenly</span>
        </>
      ) : (
        <span className="text-muted">“Another” puts a new value into the field.</span>
      )}
    </p>
  )
}

function RuleNote({ organization, rule }: { organization: string; rule: GeneratorRule }) {
  return (
    <p className="flex gap-2 text-meta text-muted">
      <Icon of={Scale} size={14} className="mt-0.5" />
      <span className="min-w-0 wrap-anywhere">
        {organization} asks for this: {ruleWords(rule)}. It is kept here; keys in hex, base64url and UUIDs are
        not its matter.
      </span>
    </p>
  )
}

/** What this organization asks of generated values, as far as it is known. */
function useRule() {
  const { orgId } = useParams({ strict: false })
  const organization = useOpenSession()?.organizations.find(({ id }) => id === orgId)
  return { orgId, organization: organization?.name ?? '', rule: organization?.generatorRule ?? null }
}

/** They come a little after the first page; asked for again, they are at hand. Without an answer there is none to keep. */
const rulesAreKnown = () => session.call('loadTimeouts', null).catch(() => undefined)

/** As it stands now: it may have come since the generator was drawn. */
function ruleOf(orgId: string | undefined): GeneratorRule | null {
  const { state } = session
  const organizations = state?.phase === 'open' ? state.organizations : []
  return organizations.find(({ id }) => id === orgId)?.generatorRule ?? null
}

const presetsOf = (kept: readonly Recipe[], rule: GeneratorRule | null) =>
  [...BUILT_IN, ...kept.map((recipe) => ({ name: 'Kept', recipe }))]
    .filter(({ recipe }) => !closedKind(recipe.kind, rule))
    .map(({ name, recipe }) => ({ name, recipe: withinRule(recipe, rule) }))

const firstOf = (kept: readonly Recipe[], rule: GeneratorRule | null): Recipe =>
  [...kept, ...BUILT_IN.map(({ recipe }) => recipe)].find(({ kind }) => !closedKind(kind, rule)) ?? {
    kind: 'uuid',
  }

function drawsNothing(recipe: Recipe): boolean {
  return recipe.kind === 'characters' && recipe.sets.length === 0
}

function startOf(kind: Recipe['kind']): Recipe {
  const found = [...keptRecipes(), ...BUILT_IN.map(({ recipe }) => recipe)].find((each) => each.kind === kind)
  return found ?? { kind: 'uuid' }
}
