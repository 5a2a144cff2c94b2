/** Modules that the sign-in page needs before it can be drawn; known when the graph is built. */
const needed = new Set()

/** @param {string} id */
const isStart = (id) => /[\\/]src[\\/](?:main\.tsx|features[\\/]sign-in[\\/]pages\.virtual)$/.test(id)

/** The pages themselves and the entry keep files of their own. @param {string} id */
export const isOfFirstPage = (id) =>
  needed.has(id) && !/[\\/]src[\\/](?:main\.tsx$|router\.tsx$|features[\\/])/.test(id)

/**
 * Follows the static imports of the entry and of the sign-in page. What they need becomes one file: merged by size
 * alone, a small module of theirs ends up beside a large one of a page behind the sign-in.
 * @returns {import('vite').Plugin}
 */
export function firstPage() {
  return {
    name: 'strongroom:first-page',
    apply: 'build',
    buildEnd() {
      needed.clear()
      const waiting = [...this.getModuleIds()].filter(isStart)
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (needed.has(id)) continue
        needed.add(id)
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    },
  }
}
