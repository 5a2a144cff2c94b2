import { BOUNDS, type CharacterSet, type Recipe } from './generator'

/** What an organization asks of generated passwords and passphrases; the parts that it leaves open are 0 or false. */
export interface GeneratorRule {
  /** The one kind that it allows of the two. */
  only: 'characters' | 'words' | null
  length: number
  sets: readonly CharacterSet[]
  /** How many of them at least. */
  digits: number
  signs: number
  words: number
  isCapitalized: boolean
  hasDigit: boolean
}

const TYPES = { password: 'characters', passphrase: 'words' } as const
const SETS = [
  ['useUpper', 'upper'],
  ['useLower', 'lower'],
  ['useNumbers', 'digits'],
  ['useSpecial', 'signs'],
] as const

/**
 * The rule in the `data` of a password generator policy (type 2, organization-api.md §5); null where it asks for
 * nothing. The server keeps `data` as a client wrote it, so that a number may be a text.
 */
export function generatorRule(data: Readonly<Record<string, unknown>> | null): GeneratorRule | null {
  if (!data) return null
  const count = (key: string, most: number) => {
    const given = Math.floor(Number(data[key] ?? 0))
    return Number.isFinite(given) ? Math.min(most, Math.max(0, given)) : 0
  }
  const type = data['overridePasswordType']
  const rule: GeneratorRule = {
    only: type === 'password' || type === 'passphrase' ? TYPES[type] : null,
    length: count('minLength', BOUNDS.characters[1]),
    sets: SETS.flatMap(([key, set]) => (data[key] === true ? [set] : [])),
    digits: count('minNumbers', 9),
    signs: count('minSpecial', 9),
    words: count('minNumberWords', BOUNDS.words[1]),
    isCapitalized: data['capitalize'] === true,
    hasDigit: data['includeNumber'] === true,
  }
  return charactersWords(rule) === null && wordsWords(rule) === null && rule.only === null ? null : rule
}

/** The recipe, moved as little as the rule asks for. What is neither password nor passphrase is not its matter. */
export function withinRule(recipe: Recipe, rule: GeneratorRule | null): Recipe {
  if (!rule) return recipe
  if (recipe.kind === 'words')
    return {
      ...recipe,
      count: Math.max(recipe.count, rule.words),
      isCapitalized: recipe.isCapitalized || rule.isCapitalized,
      hasDigit: recipe.hasDigit || rule.hasDigit,
    }
  if (recipe.kind !== 'characters') return recipe
  const sets = [...new Set([...recipe.sets, ...setsOf(rule)])]
  return {
    ...recipe,
    sets,
    // Thrice what must be in it, so that it is soon drawn.
    length: Math.max(recipe.length, rule.length, 3 * (rule.digits + rule.signs)),
    ...((rule.digits > 0 || rule.signs > 0) && { atLeast: { digits: rule.digits, signs: rule.signs } }),
  }
}

/** Whether the rule allows the other one of passwords and passphrases alone. */
export function closedKind(kind: Recipe['kind'], rule: GeneratorRule | null): boolean {
  const only = rule?.only ?? null
  return only !== null && (kind === 'characters' || kind === 'words') && kind !== only
}

/** The sets that a password must be drawn from. */
export function setsOf({ sets, digits, signs }: GeneratorRule): CharacterSet[] {
  const wanted = new Set<CharacterSet>(sets)
  if (digits > 0) wanted.add('digits')
  if (signs > 0) wanted.add('signs')
  return [...wanted]
}

/** "at least 20 characters, A–Z, a–z, 0–9; passphrases of at least 5 words, capitals, a digit" */
export function ruleWords(rule: GeneratorRule): string {
  const parts = [charactersWords(rule), wordsWords(rule)].filter(Boolean)
  if (rule.only === 'characters') parts.push('no passphrases')
  if (rule.only === 'words') parts.push('passphrases only')
  return parts.join('; ')
}

const NAMES = { upper: 'A–Z', lower: 'a–z', digits: '0–9', signs: 'signs' }

function charactersWords(rule: GeneratorRule): string | null {
  const { length, digits, signs } = rule
  const parts = [
    length > 0 && `at least ${length} characters`,
    ...setsOf(rule).map((set) => NAMES[set]),
    digits > 1 && `${digits} digits`,
    signs > 1 && `${signs} signs`,
  ].filter(Boolean)
  return parts.length === 0 ? null : `passwords: ${parts.join(', ')}`
}

function wordsWords({ words, isCapitalized, hasDigit }: GeneratorRule): string | null {
  const parts = [
    words > 0 && `at least ${words} words`,
    isCapitalized && 'capitals',
    hasDigit && 'a digit',
  ].filter(Boolean)
  return parts.length === 0 ? null : `passphrases: ${parts.join(', ')}`
}
