import { parseTerms, searchNames } from '#/domain/search'
import { byKindAndName, isMatch } from '#/features/access/names'
import type { NamedThing } from '#/features/access/names'
import { rowOfSecret, secretId, secretName } from '#/session/secret-columns'
import type { SecretColumns } from '#/session/secret-columns'
import type { Explorer } from './build-explorer'

export interface ReachChoices {
  options: { value: string; label: string }[]
  /** What fits the text, listed or not. */
  fitting: number
}

/** A native list of 100,000 secrets would hold the page up; what is typed narrows it. */
const SECRETS_LISTED = 200

const KIND_WORDS: Record<NamedThing['kind'], string> = {
  person: 'person',
  group: 'group',
  machine: 'machine account',
  project: 'project',
}

/** People, groups and machine accounts who can use Secrets Manager. */
export function principalChoices({ names, map }: Explorer, text: string, of: string | null): ReachChoices {
  const things = [...names.values()]
    .filter(({ id }) => map.rows.has(id))
    .filter(({ kind, id }) => kind !== 'person' || !map.isOff(map.rows.get(id) ?? -1))
  return choicesOf(things, text, of)
}

/** What can be reached: projects, machine accounts, and every secret that the viewer can read. */
export function objectChoices({ names, columns }: Explorer, text: string, of: string | null): ReachChoices {
  const things = [...names.values()].filter(({ kind }) => kind === 'project' || kind === 'machine')
  const { options, fitting } = choicesOf(things, text, of)
  const hits = searchNames(columns.search, parseTerms(text))
  const rows = [...hits.keys()].filter((row) => hits[row] === 1)
  const chosen = of === null ? -1 : rowOfSecret(columns, of)
  const listed = rows.slice(0, SECRETS_LISTED)
  const shown = chosen < 0 || listed.includes(chosen) ? listed : [chosen, ...listed]
  return {
    options: [
      ...options,
      ...shown.map((row) => ({ value: secretId(columns, row), label: secretWords(columns, row) })),
    ],
    fitting: fitting + rows.length,
  }
}

function choicesOf(things: readonly NamedThing[], text: string, of: string | null): ReachChoices {
  const fits = things.filter((thing) => isMatch(thing, text))
  const shown = things.filter((thing) => thing.id === of || isMatch(thing, text)).toSorted(byKindAndName)
  return {
    options: shown.map(({ kind, id, name, detail, isNamesake }) => ({
      value: id,
      label: `${isNamesake && detail ? `${name}, ${detail}` : name} (${KIND_WORDS[kind]})`,
    })),
    fitting: fits.length,
  }
}

function secretWords(columns: SecretColumns, row: number): string {
  const name = secretName(columns, row)
  const short = secretId(columns, row).slice(0, 8)
  if (name === null) return `Name cannot be decrypted (secret ${short})`
  return columns.duplicate[row] === 1 ? `${name} (secret ${short})` : `${name} (secret)`
}
