import { Zip, ZipDeflate } from 'fflate'
import { createSHA256 } from 'hash-wasm'
import verifyPage from '#/domain/events/evidence/verify-page?page'
import { namesTable, type NameList, type NamelessByKind } from '#/domain/events/export/export-names'
import { manifestText, type ManifestFacts, type ManifestFile } from '#/domain/events/export/manifest'
import { concatBytes, utf8Encode, type Bytes } from '#/lib/bytes'
import type { ExportChunk } from '#/session/export-types'
import { SessionError } from '#/session/session-error'

/** Above that it takes longer and hardly saves. */
const LEVEL = 3

/** What a ZIP of the plain kind can tell of a file. */
const LONGEST = 0xffff_ffff
const TOO_LONG = 'The rows take more than 4 GB, which a ZIP cannot hold. Narrow the range, or choose CSV.'

export interface PackFile {
  name: string
  rows: number
  texts: Iterable<{ text: string; to: number }>
}

interface Names {
  keys: readonly string[]
  lists: readonly NameList[]
  nameless: NamelessByKind
}

/** The evidence pack as the bytes of a ZIP: rows, names, the page that verifies it, and the manifest of all of them. */
export async function* packChunks(
  rowFiles: readonly PackFile[],
  { keys, lists, nameless }: Names,
  facts: ManifestFacts,
): AsyncGenerator<ExportChunk, void, void> {
  const zip = await openZip(Date.parse(facts.exportedAt))
  const files: ManifestFile[] = []
  files.push(await zip.add('verify.html', [verifyPage]))
  files.push(await zip.add('names.json', [`${JSON.stringify(namesTable(keys, lists, nameless), null, 1)}\n`]))
  const all = rowFiles.reduce((sum, { rows }) => sum + rows, 0)
  let before = 0
  for (const { name, rows, texts } of rowFiles) {
    const entry = await zip.open(name)
    for (const { text, to } of texts) {
      entry.push(text)
      // The end comes with the last byte of the archive.
      yield { bytes: zip.take(), share: Math.min(0.999, (before + to) / all), end: null }
    }
    files.push({ ...entry.close(), rows })
    before += rows
  }
  const manifest = manifestText(facts, files)
  const { sha256 } = await zip.add('manifest.json', [manifest])
  yield { bytes: zip.end(), share: 1, end: { ...zip.result(), manifest: { text: manifest, sha256 } } }
}

async function openZip(mtime: number) {
  const hash = await createSHA256()
  let bytes = 0
  let waiting: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, data) => {
    failed ??= error
    waiting.push(data)
    bytes += data.length
    hash.update(data)
  })
  const take = (): Bytes => {
    if (failed) throw failed
    const taken = concatBytes(...waiting)
    waiting = []
    return taken
  }
  async function open(name: string) {
    const own = await createSHA256()
    let length = 0
    const entry = new ZipDeflate(name, { level: LEVEL })
    entry.mtime = mtime
    zip.add(entry)
    return {
      push(text: string) {
        const data = utf8Encode(text)
        own.update(data)
        length += data.length
        if (length > LONGEST) throw new SessionError('refused', TOO_LONG)
        entry.push(data)
      },
      close(): ManifestFile {
        entry.push(new Uint8Array(), true)
        return { name, bytes: length, sha256: own.digest('hex') }
      },
    }
  }
  return {
    open,
    async add(name: string, texts: readonly string[]) {
      const entry = await open(name)
      for (const text of texts) entry.push(text)
      return entry.close()
    },
    take,
    end() {
      zip.end()
      return take()
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  }
}
