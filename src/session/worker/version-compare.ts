import { compareLines, jsonKeys, valueChange } from '#/domain/value-compare'
import type { ComparedRow, ValueChange } from '#/domain/value-compare'
import { valueFacts } from '#/domain/value-facts'
import type { ValueFacts } from '#/domain/value-facts'
import { organizationKey } from './keys'
import { knownCiphertext, openText } from './secret-read'
import type { OpenedText, SecretRef } from './secret-read'
import { openVersion } from './secret-versions'
import type { Context } from './vault'

/** A version's id, or the live value where it was read in this session. */
export type ComparedSide = string

export interface CompareRequest extends SecretRef {
  a: ComparedSide
  b: ComparedSide
  /** Last revision of the secret by the list, epoch ms. */
  changed: number
  /** Without it no text of a value comes back, only which lines are equal. */
  isShown: boolean
}

export type Comparison =
  | { outcome: 'compared'; comparison: ValueComparison }
  /** The live value was not read yet: comparing it needs a read, which the server records. */
  | { outcome: 'not-read' }
  | { outcome: 'unreadable'; side: 'a' | 'b' }

export interface ValueComparison {
  rows: ComparedRow[]
  change: ValueChange
  a: ValueFacts
  b: ValueFacts
  keys: ReturnType<typeof jsonKeys>
  /** Versions, a and b left out, that hold the same value as side b: it was rotated and came back. */
  sameAsB: string[]
  comparedAt: number
}

/** Opens both values, compares them here, and gives back the rows: with texts only when a person asked to see them. */
export async function compareVersions(context: Context, request: CompareRequest): Promise<Comparison> {
  const [a, b] = await Promise.all([
    sideText(context, request, request.a),
    sideText(context, request, request.b),
  ])
  if (!a || !b) return { outcome: 'not-read' }
  if (!a.ok) return { outcome: 'unreadable', side: 'a' }
  if (!b.ok) return { outcome: 'unreadable', side: 'b' }
  const rows = compareLines(a.text, b.text)
  return {
    outcome: 'compared',
    comparison: {
      rows: request.isShown ? rows : rows.map(withoutTexts),
      change: valueChange(a.text, b.text),
      a: valueFacts(a.text),
      b: valueFacts(b.text),
      keys: jsonKeys(a.text, b.text),
      sameAsB: await sameAs(context, request, b.text),
      comparedAt: Date.now(),
    },
  }
}

async function sideText(context: Context, request: CompareRequest, side: string): Promise<OpenedText | null> {
  if (side !== 'current') return openVersion(context, { ...request, versionId: side })
  const ciphertext = knownCiphertext(context, request.secretId, request.changed)
  if (ciphertext === undefined) return null
  return openText(await organizationKey(context.vault, request.organizationId), ciphertext)
}

async function sameAs(context: Context, request: CompareRequest, text: string): Promise<string[]> {
  const listed = context.caches.get(`versions ${request.secretId}`) as Map<string, string> | undefined
  const key = await organizationKey(context.vault, request.organizationId)
  const others = [...(listed ?? [])].filter(([id]) => id !== request.a && id !== request.b)
  const opened = await Promise.all(
    others.map(async ([id, sealed]) => [id, await openText(key, sealed)] as const),
  )
  return opened.flatMap(([id, other]) => (other.ok && other.text === text ? [id] : []))
}

function withoutTexts(row: ComparedRow): ComparedRow {
  const { a, b } = row
  return {
    ...row,
    ...(a && { a: { ...a, pieces: [] } }),
    ...(b && { b: { ...b, pieces: [] } }),
  } as ComparedRow
}
