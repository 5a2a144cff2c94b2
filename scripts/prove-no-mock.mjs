import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './install.mjs'

// Part of npm run build. The build itself refuses modules of the mock (scripts/vite/no-mock.ts); this looks at what
// was written, so that text which came in some other way (a copied file, an inlined string) is found too.

const markers = [
  'mock-db',
  '/__mock',
  '[MSW]',
  'mockServiceWorker',
  'demo-credentials',
  'harbourline.example',
]
const refusedFiles = ['sw.js', 'demo-credentials.json', 'mockServiceWorker.js']

/**
 * @param {{ path: string, text: string }[]} files Everything of a built folder.
 * @returns {string[]} One sentence for each trace of the mock, and for a missing protection against it.
 */
export function findTraces(files) {
  const traces = files.flatMap(({ path, text }) => [
    ...(refusedFiles.includes(path.replace(/^.*\//, '')) ? [`${path} belongs to the demo`] : []),
    ...markers.filter((marker) => text.includes(marker)).map((marker) => `${path} contains '${marker}'`),
  ])
  // A demo that was served from the same address leaves its service worker behind, which would answer for the server.
  const isUnregistering = files.some(({ path, text }) => path.endsWith('.js') && /\.unregister\(/.test(text))
  return isUnregistering
    ? traces
    : [...traces, 'no script unregisters a service worker that a demo left in this scope']
}

/** @param {string} folder */
function readFolder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(root.length), text: readFileSync(path, 'latin1') }))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = `${root}dist`
  if (!existsSync(folder)) {
    console.error('There is no dist/: npm run build makes it.')
    process.exit(1)
  }
  const traces = findTraces(readFolder(folder))
  for (const trace of traces) console.error(`dist/ is not free of the mock: ${trace}.`)
  if (traces.length > 0) process.exit(1)
  console.log('dist/ contains no mock code.')
}
