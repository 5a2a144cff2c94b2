/**
 * The house rules of `src/`: who may import whom, and what each room keeps to itself. One table each; the lint
 * plugin beside this file reports what `judgeImport` and `judgeFile` say.
 */

/** From the bottom up. A room imports from rooms of lower rows only; `features/*` is one room each. */
const layers = [
  ['crypto', 'ui', 'lib'],
  ['api', 'table', 'domain'],
  ['session'],
  ['data', 'jobs', 'forms'],
  ['shell', 'features/*'],
  ['router'],
  ['main'],
]

/** The imitation server stands beside the house: it knows what a server would know. */
const mocksMayImport = ['api/contract', 'crypto', 'lib']

/** Arrows inside a row: `lib` has no opinions, so its neighbours may use it. */
const sideways = { crypto: ['lib'], ui: ['lib'] }

const react = ['react', 'react-dom', 'radix-ui', '@radix-ui', 'lucide-react', 'react-hook-form', '@tanstack']
const serverState = ['@tanstack/react-query', '@tanstack/query-core']
const routing = ['@tanstack/react-router', '@tanstack/router-core', '@tanstack/history']
const formLibrary = ['react-hook-form', '@hookform/resolvers']

/** Packages that a room must not know, with the reason that is told. */
const closedTo = [
  { rooms: ['api', 'crypto', 'domain', 'lib', 'mocks'], packages: react, why: 'knows no React' },
  {
    rooms: ['ui'],
    packages: [...routing, ...serverState, ...formLibrary, 'zod'],
    why: 'is props in, picture out: no router, query, form library or schema',
  },
]

/** Packages that live in one room, with what to import instead. */
const livesIn = [
  {
    packages: ['zod'],
    isHome: (/** @type {string} */ file) => file === 'lib/zod.ts',
    instead: "take { z } from '#/lib/zod'",
  },
  {
    packages: formLibrary,
    isHome: (/** @type {string} */ file) => file.startsWith('forms/'),
    instead: "use the fields and dialogs of '#/forms'",
  },
  {
    packages: ['msw'],
    isHome: (/** @type {string} */ file) => file.startsWith('mocks/'),
    instead: 'only the mock uses it',
  },
]

const testOnly = ['vitest', 'fast-check', 'fake-indexeddb', '@playwright/test', 'axe-core', 'tsx']

/** Mock hosts that run in Node; all other files of `src/` must run in a browser. */
const nodeHosts = /^mocks\/(?:node|vite|host\/node-[\w-]+)\.ts$/

/** The client, the connection doctor's raw reader (answers that the client must refuse), the mock, tests, and the demo's own screens, which talk to the mock's switchboard. */
const fetching =
  /^(?:api\/client\.ts|api\/probe\.ts|data\/demo\.ts|features\/demo\/.*|mocks\/.*|.*\.test\.tsx?)$/

/** Whether a file may call `fetch` itself. @param {string} file Path below `src/`. */
export const mayFetch = (file) => fetching.test(file)

/** Tests, and what several of them share. */
const isTest = (/** @type {string} */ file) => /\.test\.tsx?$|^session\/testing\//.test(file)

/** @param {string} file Path below `src/`. */
function roomOf(file) {
  const [first = '', second] = file.split('/')
  if (second === undefined) return first.replace(/\.tsx?$/, '')
  return first === 'features' ? `features/${second}` : first
}

/** @param {string} room */
function levelOf(room) {
  const pattern = room.startsWith('features/') ? 'features/*' : room
  return layers.findIndex((layer) => layer.includes(pattern))
}

/** @param {string} specifier @param {string[]} packages */
const names = (specifier, packages) =>
  packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))

/**
 * What is wrong with a file's name or place; undefined when nothing is.
 * @param {string} file Path below `src/`.
 */
export function judgeFile(file) {
  const room = roomOf(file)
  if (room !== 'mocks' && levelOf(room) < 0)
    return `'${room}' is no room of src/: see the layout in README.md`
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (/^index\.tsx?$/.test(name) && file !== 'api/contract/index.ts')
    return 'No barrels but api/contract/index.ts: import the file that has it'
  if (file === 'main.tsx' || file === 'router.tsx') return undefined
  if (name.endsWith('.tsx') && room === 'data') return 'data/ has no React component'
  if (name.endsWith('.tsx')) {
    return /^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/.test(name)
      ? undefined
      : 'Components are named PascalCase.tsx'
  }
  return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|d))?\.ts$/.test(name)
    ? undefined
    : 'Files are named kebab-case.ts'
}

/**
 * What is wrong with an import; undefined when nothing is.
 * @param {string} file Path of the importing file below `src/`.
 * @param {string} specifier As written.
 */
export function judgeImport(file, specifier) {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('../') || path === '..') return "Own files are './x', all above is '#/…'"
  if (/\.[cm]?[jt]sx?$/.test(path) && /^[.#]/.test(path)) return 'No file extensions in imports'
  if (path === '.' || path === './') return 'No barrels: import the file that has it'
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  if (path.startsWith('./')) return judgeRoom(file, folder + path.slice(2))
  if (path.startsWith('#/')) {
    const isOwn = folder !== '' && path.startsWith(`#/${folder}`)
    return isOwn ? "Files of the own folder are './x'" : judgeRoom(file, path.slice(2))
  }
  return judgePackage(file, path)
}

/** @param {string} file @param {string} target Path below `src/`. */
function judgeRoom(file, target) {
  const from = roomOf(file)
  // A file's own extension is absent in the specifier, so a room is what stands before the first slash.
  const to = roomOf(target)
  if (target.startsWith('session/testing/') && !isTest(file)) return 'session/testing/ is for tests'
  if (from === to) return undefined
  if (to === 'mocks')
    return isTest(file) ? undefined : 'The mock is seen only by its hosts, scripts, e2e and tests'
  if (from === 'mocks') {
    return names(target, mocksMayImport)
      ? undefined
      : `mocks/ knows what a server would know: ${mocksMayImport.join(', ')}; not ${to}`
  }
  if (/** @type {Record<string, string[]>} */ (sideways)[from]?.includes(to)) return undefined
  if (levelOf(to) < 0) return `'${to}' is no room of src/`
  if (levelOf(to) < levelOf(from)) return undefined
  if (to.startsWith('features/') && from.startsWith('features/'))
    return 'A feature imports no other feature: what two need moves down, or the router composes them'
  return `Imports run down only: ${from} may not import ${to}`
}

/** @param {string} file @param {string} specifier */
function judgePackage(file, specifier) {
  if (/^(?:node:|vite$|vite\/)/.test(specifier)) {
    return isTest(file) || nodeHosts.test(file) ? undefined : `${specifier} is not there in a browser`
  }
  if (names(specifier, testOnly)) return isTest(file) ? undefined : `${specifier} is for tests`
  const home = livesIn.find((rule) => names(specifier, rule.packages))
  if (home && !home.isHome(file)) return `${specifier} has one place: ${home.instead}`
  const room = roomOf(file)
  const closed = closedTo.find((rule) => rule.rooms.includes(room) && names(specifier, rule.packages))
  return closed && !(isTest(file) && closed.why === 'knows no React') ? `${room}/ ${closed.why}` : undefined
}
