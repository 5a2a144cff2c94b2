import type { Manifest } from '#/domain/events/export/manifest'
import { Sha256 } from './sha256'

/** A file as it was given: from a ZIP or from the disk. */
export interface GivenFile {
  name: string
  stream: () => Promise<ReadableStream<Uint8Array>>
}

export interface CheckedFile {
  name: string
  /** `unlisted`: the manifest does not know it. */
  state: 'same' | 'differs' | 'missing' | 'unlisted'
  bytes: number | null
  sha256: string | null
  expected: string | null
}

export interface CheckedPack {
  manifest: Manifest
  manifestSha256: string
  files: CheckedFile[]
  /** Lines of the rows, as many as a page can hold. */
  lines: string[]
  /** Null: the file of rows was not given. */
  rows: { counted: number; unreadable: number; outside: number } | null
  /** `differs`: something was changed. `partly`: what was given is unchanged, and a file was not given. */
  verdict: 'same' | 'differs' | 'partly'
}

const MANIFEST = /(?:^|[/.])manifest\.json$/
const ROWS = /\.jsonl$/
const MOST_LINES = 200_000

/** Compares files with the manifest among them. Throws a sentence where there is none to compare with. */
export async function checkPack(
  given: readonly GivenFile[],
  onBytes: (bytes: number) => void = () => undefined,
): Promise<CheckedPack> {
  const own = given.find(({ name }) => MANIFEST.test(name))
  if (!own)
    throw new Error('There is no manifest among these files: choose the ZIP, or all files that were in it.')
  const written = await readFile(own, onBytes, true)
  const manifest = manifestOf(written.text)
  const lines: string[] = []
  let rows: CheckedPack['rows'] = null
  const files: CheckedFile[] = []
  for (const { name, sha256, bytes } of manifest.files) {
    const found = given.find((file) => baseName(file.name) === name)
    if (!found) {
      files.push({ name, state: 'missing', bytes: null, sha256: null, expected: sha256 })
      continue
    }
    const counter = ROWS.test(name) ? new RowCounter(manifest, lines) : null
    const read = await readFile(found, onBytes, false, counter)
    if (counter) rows = counter.end()
    const isSame = read.sha256 === sha256 && read.bytes === bytes
    files.push({
      name,
      state: isSame ? 'same' : 'differs',
      bytes: read.bytes,
      sha256: read.sha256,
      expected: sha256,
    })
  }
  const listed = new Set(manifest.files.map(({ name }) => name))
  for (const { name } of given)
    if (!listed.has(baseName(name)) && !MANIFEST.test(name))
      files.push({ name, state: 'unlisted', bytes: null, sha256: null, expected: null })
  return {
    manifest,
    manifestSha256: written.sha256,
    files,
    lines,
    rows,
    verdict: verdictOf(manifest, files, rows),
  }
}

function verdictOf(
  { count }: Manifest,
  files: readonly CheckedFile[],
  rows: CheckedPack['rows'],
): CheckedPack['verdict'] {
  const isMiscounted = rows !== null && (rows.counted !== count || rows.unreadable > 0 || rows.outside > 0)
  if (isMiscounted || files.some(({ state }) => state === 'differs')) return 'differs'
  return files.some(({ state }) => state === 'missing') ? 'partly' : 'same'
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

async function readFile(
  { stream }: GivenFile,
  onBytes: (bytes: number) => void,
  wantsText: boolean,
  counter: RowCounter | null = null,
): Promise<{ bytes: number; sha256: string; text: string }> {
  const hash = new Sha256()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  const reader = (await stream()).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    hash.update(read.value)
    bytes += read.value.length
    counter?.add(read.value)
    if (wantsText) text += decoder.decode(read.value, { stream: true })
    onBytes(read.value.length)
  }
  return { bytes, sha256: hash.hex(), text: text + decoder.decode() }
}

function manifestOf(text: string): Manifest {
  let read: Partial<Manifest> | null = null
  try {
    read = JSON.parse(text) as Partial<Manifest> | null
  } catch {
    // Told below.
  }
  const isWhole =
    read?.kind === 'strongroom-events' &&
    Array.isArray(read.files) &&
    [read.range, read.filter, read.completeness, read.timeZone].every(Boolean) &&
    [read.server, read.organization, read.exportedBy].every(Boolean)
  if (!isWhole) throw new Error('The manifest cannot be read: it is damaged, or of something else.')
  return read as Manifest
}

/** Lines of the file of rows: how many, and whether they lie where the manifest says. */
class RowCounter {
  readonly #decoder = new TextDecoder()
  readonly #lines: string[]
  readonly #range: { from: string; to: string }
  #rest = ''
  #counted = 0
  #unreadable = 0
  #outside = 0

  constructor({ range }: Manifest, lines: string[]) {
    this.#range = range
    this.#lines = lines
  }

  add(bytes: Uint8Array): void {
    this.#take(this.#rest + this.#decoder.decode(bytes, { stream: true }))
  }

  end(): { counted: number; unreadable: number; outside: number } {
    this.#take(`${this.#rest}${this.#decoder.decode()}\n`)
    return { counted: this.#counted, unreadable: this.#unreadable, outside: this.#outside }
  }

  #take(text: string): void {
    const lines = text.split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') this.#count(line)
  }

  #count(line: string): void {
    this.#counted += 1
    if (this.#lines.length < MOST_LINES) this.#lines.push(line)
    const at = dateOf(line)
    if (at === null) this.#unreadable += 1
    else if (at < Date.parse(this.#range.from) || at > Date.parse(this.#range.to)) this.#outside += 1
  }
}

function dateOf(line: string): number | null {
  try {
    const at = Date.parse((JSON.parse(line) as { date: string }).date)
    return Number.isNaN(at) ? null : at
  } catch {
    return null
  }
}
