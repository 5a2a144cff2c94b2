import { recipeWords, type CharacterSet, type Recipe } from '#/domain/generator'
import { oneOf, within } from '#/lib/pick'

const STORAGE_KEY = 'strongroom.recipes'
const MOST = 12

/** Always there; what a person keeps comes after them. */
export const BUILT_IN: readonly { name: string; recipe: Recipe }[] = [
  {
    name: 'Database password',
    recipe: { kind: 'characters', length: 44, sets: ['upper', 'lower', 'digits'], noLookAlikes: false },
  },
  {
    name: 'Strong password',
    recipe: {
      kind: 'characters',
      length: 32,
      sets: ['upper', 'lower', 'digits', 'signs'],
      noLookAlikes: false,
    },
  },
  {
    name: 'Read out aloud',
    recipe: { kind: 'words', count: 6, separator: '-', isCapitalized: false, hasDigit: false },
  },
  { name: 'Signing key', recipe: { kind: 'hex', bytes: 32 } },
  { name: 'Token', recipe: { kind: 'base64url', bytes: 32 } },
  { name: 'UUID', recipe: { kind: 'uuid' } },
]

const SETS: readonly CharacterSet[] = ['upper', 'lower', 'digits', 'signs']

/** Null for what this version does not know: a damaged store costs presets, nothing else. */
export function recipeOf(stored: unknown): Recipe | null {
  if (typeof stored !== 'object' || stored === null) return null
  const of = stored as Record<string, unknown>
  switch (of['kind']) {
    case 'characters': {
      const length = within(of['length'], 8, 256)
      const given: unknown[] = Array.isArray(of['sets']) ? of['sets'] : []
      const sets = SETS.filter((set) => given.includes(set))
      if (length === undefined || sets.length === 0) return null
      return { kind: 'characters', length, sets, noLookAlikes: of['noLookAlikes'] === true }
    }
    case 'words': {
      const count = within(of['count'], 3, 20)
      const separator = oneOf(of['separator'], ['-', '.', '_', ' '])
      if (count === undefined || separator === undefined) return null
      return {
        kind: 'words',
        count,
        separator,
        isCapitalized: of['isCapitalized'] === true,
        hasDigit: of['hasDigit'] === true,
      }
    }
    case 'hex':
    case 'base64url': {
      const bytes = within(of['bytes'], 8, 256)
      return bytes === undefined ? null : { kind: of['kind'], bytes }
    }
    case 'uuid':
      return { kind: 'uuid' }
    default:
      return null
  }
}

/** Presets of this browser. They are recipes, named by what they make: no value and no text of a person. */
export function keptRecipes(): Recipe[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]')
    return (Array.isArray(stored) ? stored : []).flatMap((each) => recipeOf(each) ?? []).slice(0, MOST)
  } catch {
    return []
  }
}

/** The newest first; the same recipe is kept once. */
export function keepRecipe(recipe: Recipe): Recipe[] {
  const words = recipeWords(recipe)
  return store([recipe, ...keptRecipes().filter((each) => recipeWords(each) !== words)].slice(0, MOST))
}

export function dropRecipe(recipe: Recipe): Recipe[] {
  const words = recipeWords(recipe)
  return store(keptRecipes().filter((each) => recipeWords(each) !== words))
}

function store(recipes: Recipe[]): Recipe[] {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(recipes))
  } catch {
    // Where storage is refused presets last as long as the page.
  }
  return recipes
}
