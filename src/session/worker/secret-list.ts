import { ContractError } from '#/api/error'
import type { SymmetricKey } from '#/crypto/symmetric-key'
import { orderByName } from '#/domain/sort'
import type { SecretColumns } from '#/session/secret-columns'
import { organizationKey } from './keys'
import { makeColumns } from './make-columns'
import { NameOpener } from './name-opener'
import { RowCutter } from './row-cutter'
import { checkSecretRows, isProject } from './secret-rows'
import type { ListedProject, SecretListRow } from './secret-rows'
import type { Context } from './vault'

/** What a page shows at once; a row has about 500 characters. */
const FIRST_ROWS = 200
const FIRST_CHARACTERS = 50_000
/** What is parsed and opened in one go while more arrives. */
const LOT_CHARACTERS = 2_000_000

export type SecretListPart =
  | { kind: 'first'; columns: SecretColumns }
  /** `of` is not known before the answer has ended. */
  | { kind: 'progress'; opened: number; of: number | null }

export interface SecretListRequest {
  organizationId: string
}

/**
 * One request for the whole list. Names are decrypted lot by lot while the rest arrives, the first few are posted
 * at once; the server's order (oldest change first) is kept, sorting is the page's wish and a permutation.
 */
export async function loadSecretList(
  context: Context,
  request: SecretListRequest,
  call: { signal: AbortSignal; part(part: SecretListPart): void },
): Promise<SecretColumns> {
  const key = await organizationKey(context.vault, request.organizationId)
  const response = await context.client.stream(
    'secretList',
    { params: { organizationId: request.organizationId } },
    call,
  )
  const names = new NameOpener(key)
  const rows: SecretListRow[] = []
  let total: number | null = null
  const projects = await readAnswer(response, (some, isEnd) => {
    if (rows.length === 0 && !isEnd) postFirst(key, some.slice(0, FIRST_ROWS), call)
    for (const row of some) rows.push(row)
    if (isEnd) total = rows.length
    names.add(some, (opened) => call.part({ kind: 'progress', opened, of: total }))
  })
  return makeColumns(key, rows, await names.opened(), projects)
}

/** Of a failure the caller hears when it opens all of them. */
function postFirst(
  key: SymmetricKey,
  rows: SecretListRow[],
  call: { part(part: SecretListPart): void },
): void {
  const names = new NameOpener(key)
  names.add(rows, () => undefined)
  names
    .opened()
    .then((opened) => makeColumns(key, rows, opened, []))
    .then((columns) => call.part({ kind: 'first', columns }))
    .catch(() => undefined)
}

/** Hands out checked rows as they arrive, and gives the projects that stand behind them. */
async function readAnswer(
  response: Response,
  hand: (rows: SecretListRow[], isEnd: boolean) => void,
): Promise<ListedProject[]> {
  const cutter = new RowCutter()
  let handed = 0
  const check = (rows: unknown, isEnd: boolean) => {
    const checked = checkSecretRows(rows, handed)
    handed += checked.length
    hand(checked, isEnd)
  }
  for await (const piece of textPieces(response)) {
    cutter.feed(piece)
    const rows = cutter.take(handed === 0 ? FIRST_CHARACTERS : LOT_CHARACTERS)
    if (rows.length > 0) check(rows, false)
  }
  const { secrets, projects } = (restOf(cutter) ?? {}) as Record<string, unknown>
  if (!Array.isArray(projects) || !projects.every(isProject))
    throw new ContractError('secretList', ['projects'])
  check(secrets, true)
  return projects
}

async function* textPieces(response: Response): AsyncGenerator<string> {
  if (!response.body) {
    yield await response.text()
    return
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = response.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      yield decode(decoder, value)
      if (done) return
    }
  } finally {
    // After rows that are refused, the rest of the answer need not come.
    reader.cancel().catch(() => undefined)
  }
}

/** The end of the answer is undefined: a character that was cut off there is refused as well. */
function decode(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw new ContractError('secretList', [])
  }
}

function restOf(cutter: RowCutter): unknown {
  try {
    return cutter.rest()
  } catch {
    throw new ContractError('secretList', [])
  }
}

export type NameColumn = Pick<SecretColumns, 'count' | 'names' | 'offsets' | 'spoiled'>

/** Rows by name, ascending, those that cannot be read last. The names come from the page: a copy of a text is cheap. */
export function orderNames({ count, names, offsets, spoiled }: NameColumn): Uint32Array {
  return orderByName(count, (row) =>
    spoiled[row] === 1 ? null : names.slice(offsets[row], offsets[row + 1]),
  )
}
