/** Modules by who needs them before anything can be drawn; known when the graph is built. */
const sets = { first: new Set(), frame: new Set() }

/** @param {string} id */
const isFirst = (id) => /[\\/]src[\\/](?:main\.tsx|features[\\/]sign-in[\\/]pages\.virtual)$/.test(id)

/** @param {string} id */
const isFrame = (id) => /[\\/]src[\\/](?:shell|features[\\/]secrets)[\\/]pages\.virtual$/.test(id)

/** Entry, router and features keep files of their own. @param {string} id */
const isShared = (id) =>
  !/[\\/]src[\\/](?:main\.tsx$|router\.tsx$|shell[\\/]pages\.virtual|features[\\/])/.test(id)

/** The sign-in page needs it. @param {string} id */
export const isOfFirstPage = (id) => sets.first.has(id) && isShared(id)

/** The frame of an open session or its first page need it. @param {string} id */
export const isOfFrame = (id) => sets.frame.has(id) && isShared(id)

/** Of the feature of secrets itself, whoever else needs it; its pages keep a file, by which the size gate finds them. @param {string} id */
export const isOfList = (id) =>
  sets.frame.has(id) && /[\\/]src[\\/]features[\\/]/.test(id) && !id.endsWith('pages.virtual')

/** @param {string} id */
const isDrawnByUs = (id) => /[\\/]src[\\/].*\.tsx$/.test(id) && !/[\\/](?:main|router)\.tsx$/.test(id)

/** Its classes are in the first sheet: the same places as the sources in `src/ui/theme.css`. @param {string} id */
const isDressed = (id) =>
  /[\\/]src[\\/](?:ui|router|features[\\/]sign-in)[\\/]|[\\/]shell[\\/](?:NotFoundPage|RouteError|SkipLink)\.tsx$/.test(
    id,
  )

/**
 * Follows the static imports of the entry and of the sign-in page, and those of the shell and the list of secrets.
 * What each pair needs becomes one file: merged by size alone, a small module of theirs ends up beside a large one
 * that only a later page needs.
 * @returns {import('vite').Plugin}
 */
export function firstPage() {
  return {
    name: 'strongroom:first-page',
    apply: 'build',
    buildEnd() {
      const ids = [...this.getModuleIds()]
      const importsOf = (/** @type {string} */ id) => this.getModuleInfo(id)?.importedIds ?? []
      sets.first = reach(ids.filter(isFirst), importsOf)
      sets.frame = reach(ids.filter(isFrame), importsOf)
      const undressed = [...sets.first].filter((id) => isDrawnByUs(id) && !isDressed(id))
      if (undressed.length > 0)
        this.error(
          `The first page draws these, but src/ui/theme.css does not read them: ${undressed.join(', ')}`,
        )
    },
  }
}

/** @param {string[]} from @param {(id: string) => readonly string[]} importsOf */
function reach(from, importsOf) {
  const needed = new Set()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id)) continue
    needed.add(id)
    waiting.push(...importsOf(id))
  }
  return needed
}
