import { judgeFile, judgeImport, mayFetch } from './rooms.mjs'

/** @typedef {{ value?: unknown, type?: string }} Source */
/** @typedef {{ filename: string, report(problem: { node: unknown, message: string }): void }} Context */

/** @param {Context} context */
function pathInSource({ filename }) {
  const path = filename.replaceAll('\\', '/')
  const at = path.lastIndexOf('/src/')
  return at < 0 ? undefined : path.slice(at + '/src/'.length)
}

/** @typedef {{ type: string, source?: Source | null }} Statement */

const rooms = {
  /** @param {Context} context */
  create(context) {
    const file = pathInSource(context)
    if (file === undefined) return {}
    const check = (/** @type {Statement} */ node) => {
      if (typeof node.source?.value !== 'string') return
      const message = judgeImport(file, node.source.value)
      if (message) context.report({ node: node.source, message })
    }
    return {
      Program(/** @type {{ body: Statement[] }} */ node) {
        const message = judgeFile(file) ?? judgeBarrel(file, node.body)
        if (message) context.report({ node, message })
      },
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

/** A barrel says nothing of its own: it passes on everything of another file, or consists of re-exports. */
function judgeBarrel(/** @type {string} */ file, /** @type {Statement[]} */ body) {
  if (file === 'api/contract/index.ts') return undefined
  const passesOn = body.filter((node) => node.type.startsWith('Export') && node.source)
  const isBarrel =
    passesOn.some((node) => node.type === 'ExportAllDeclaration') || passesOn.length === body.length
  return isBarrel && body.length > 0
    ? 'No barrels but api/contract/index.ts: import the file that has it'
    : undefined
}

/** The client carries the token, paces, reads errors and parses answers; a call beside it would do none of that. */
const oneFetch = {
  /** @param {Context} context */
  create(context) {
    const file = pathInSource(context)
    if (file === undefined || mayFetch(file)) return {}
    return {
      CallExpression(/** @type {{ callee: Callee }} */ { callee }) {
        const called =
          callee.type === 'MemberExpression' && isGlobal(callee.object) ? callee.property : callee
        if (called?.name !== 'fetch') return
        context.report({ node: callee, message: 'The only fetch in the app is in src/api/client.ts' })
      },
    }
  },
}

/** @typedef {{ type: string, name?: string, object?: Callee, property?: Callee }} Callee */

const isGlobal = (/** @type {Callee | undefined} */ node) =>
  node?.name !== undefined && ['globalThis', 'window', 'self'].includes(node.name)

export default { meta: { name: 'strongroom' }, rules: { rooms, 'one-fetch': oneFetch } }
