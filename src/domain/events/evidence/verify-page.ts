import { checkPack, type CheckedPack, type GivenFile } from './check-pack'
import { element, facts, table } from './verify-elements'
import { rowsTable } from './verify-rows'
import { readZip } from './unzip'

// The page of an evidence pack. Whatever a file holds goes into it as text, never as markup.

const input = document.querySelector<HTMLInputElement>('#files')
const drop = document.querySelector<HTMLElement>('#drop')
const progress = document.querySelector<HTMLElement>('#progress')
const result = document.querySelector<HTMLElement>('#result')

/** Of the files that were given last; what an earlier choice finds is not shown any more. */
let turn = 0

input?.addEventListener('change', () => void verify([...(input.files ?? [])]))
for (const kind of ['dragover', 'dragleave', 'drop']) {
  addEventListener(kind, (event) => {
    event.preventDefault()
    drop?.classList.toggle('over', kind === 'dragover')
  })
}
addEventListener('drop', (event) => void verify([...(event.dataTransfer?.files ?? [])]))

async function verify(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  turn += 1
  const mine = turn
  result?.replaceChildren()
  let bytes = 0
  let toldAt = 0
  const tell = (more: number) => {
    bytes += more
    if (performance.now() - toldAt < 100 || mine !== turn) return
    toldAt = performance.now()
    if (progress) progress.textContent = `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB read`
  }
  try {
    const checked = await checkPack(await givenOf(files), tell)
    if (mine === turn) result?.replaceChildren(...shown(checked))
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    if (mine === turn)
      result?.replaceChildren(element('p', { class: 'verdict differs', role: 'alert' }, words))
  } finally {
    if (progress && mine === turn) progress.textContent = ''
  }
}

async function givenOf(files: readonly File[]): Promise<GivenFile[]> {
  const zip = files.find(({ name }) => name.toLowerCase().endsWith('.zip'))
  if (zip) return readZip(zip)
  return files.map((file) => ({ name: file.name, stream: async () => file.stream() }))
}

const VERDICTS: Record<CheckedPack['verdict'], string> = {
  same: 'Unchanged. Every file is the one that the manifest was written for.',
  differs: 'Changed. What was given is not what the manifest was written for.',
  partly: 'What was given is unchanged, but files of the manifest are missing.',
}

const STATES = {
  same: '✓ as in the manifest',
  differs: '✗ differs',
  missing: '– not given',
  unlisted: 'not in the manifest',
}

function shown(checked: CheckedPack): HTMLElement[] {
  const { manifest, manifestSha256, files, rows, verdict } = checked
  const verdictLine = element('p', { class: `verdict ${verdict}`, role: 'status' }, VERDICTS[verdict])
  const fileTable = table(
    'files',
    ['File', 'Is', 'Bytes', 'SHA-256'],
    files.map(({ name, state, bytes, sha256, expected }) => [
      name,
      STATES[state],
      bytes === null ? '' : bytes.toLocaleString('en-GB'),
      state === 'differs' ? `${sha256} instead of ${expected}` : (sha256 ?? expected ?? ''),
    ]),
  )
  return [
    verdictLine,
    element('h2', {}, 'Files'),
    fileTable,
    element('h2', {}, 'Manifest'),
    facts([
      ['SHA-256 of the manifest', manifestSha256],
      ['Events', countWords(manifest.count, rows)],
      ['Range', `${manifest.range.from} to ${manifest.range.to}, both ends included`],
      ['Complete', completeWords(manifest)],
      ['Filter', filterWords(manifest)],
      ['Times in words', manifest.timeZone.name],
      ['Server', `${manifest.server.host} ${manifest.server.version}`],
      ['Organization', manifest.organization.id],
      [
        'Exported by',
        `${manifest.exportedBy.kind} ${manifest.exportedBy.email ?? ''} ${manifest.exportedBy.id}`,
      ],
      ['Exported at', `${manifest.exportedAt}, by the clock of that machine`],
    ]),
    compareBox(manifestSha256),
    ...rowsTable(checked),
  ]
}

function countWords(count: number, rows: CheckedPack['rows']): string {
  const said = count.toLocaleString('en-GB')
  if (rows === null) return `${said}; the file of rows was not given`
  const words = [`${said} in the manifest, ${rows.counted.toLocaleString('en-GB')} in the file`]
  if (rows.unreadable > 0) words.push(`${rows.unreadable} cannot be read`)
  if (rows.outside > 0) words.push(`${rows.outside} lie outside of the range`)
  return words.join('; ')
}

function completeWords({ completeness }: CheckedPack['manifest']): string {
  if (completeness.isComplete) return 'Yes: every event of the range that the server gives out'
  const missing = completeness.missing.map(({ from, to, why }) => `${from} to ${to}: ${why}`)
  const crowded = completeness.crowded.map(({ at, known, why }) => `${known} at ${at}: ${why}`)
  return `No. Missing: ${[...missing, ...crowded].join('; ')}`
}

function filterWords({ filter }: CheckedPack['manifest']): string {
  const facets = Object.entries(filter.facets).flatMap(([facet, { wanted, unwanted }]) => [
    ...(wanted.length > 0 ? [`${facet} is ${wanted.join(' or ')}`] : []),
    ...(unwanted.length > 0 ? [`${facet} is not ${unwanted.join(' or ')}`] : []),
  ])
  const words = filter.words.map(({ text, isExcluded }) => `${isExcluded ? 'without' : 'with'} “${text}”`)
  return [...facets, ...words].join('; ') || 'None: all events of the range'
}

/** Somebody noted the manifest's hash at the export: here it is held against this one. */
function compareBox(sha256: string): HTMLElement {
  const answer = element('span', { role: 'status' }, '')
  const field = element('input', { type: 'text', id: 'noted', autocomplete: 'off', spellcheck: 'false' })
  field.addEventListener('input', () => {
    const noted = field.value.trim().toLowerCase()
    const isSame = noted === sha256
    answer.className = isSame ? 'same' : 'differs'
    answer.textContent = noted === '' ? '' : isSame ? 'It is the same.' : 'It is another one.'
  })
  const label = element('label', { for: 'noted' }, 'SHA-256 of the manifest as it was noted elsewhere')
  return element('p', {}, label, field, answer)
}
