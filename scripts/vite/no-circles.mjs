/**
 * Fails a build in which two files import each other: whichever is evaluated first finds the other's constants
 * undefined, and the page that needs them dies with a sentence nobody understands.
 * @returns {import('vite').Plugin}
 */
export function noCircles() {
  return {
    name: 'strongroom:no-circles',
    apply: 'build',
    generateBundle(_, bundle) {
      const imports = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? [/** @type {const} */ ([file.fileName, file.imports])] : [],
      )
      const circle = circleIn(new Map(imports))
      if (circle) this.error(`Files import each other: ${circle.join(' → ')}`)
    },
  }
}

/**
 * One circle of a graph, its first member repeated at the end; null where there is none.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[] | null}
 */
export function circleIn(graph) {
  const done = new Set()
  /** @param {string} at @param {string[]} path @returns {string[] | null} */
  const walk = (at, path) => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at]
    if (done.has(at)) return null
    for (const next of graph.get(at) ?? []) {
      const found = walk(next, [...path, at])
      if (found) return found
    }
    done.add(at)
    return null
  }
  for (const start of graph.keys()) {
    const found = walk(start, [])
    if (found) return found
  }
  return null
}
