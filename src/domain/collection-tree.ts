import { compareNames } from './sort'

export interface NamedCollection {
  id: string
  /** Null where it cannot be decrypted. */
  name: string | null
}

/** A row of the tree: a collection, or a part of names that is no collection. */
export interface TreeRow<C extends NamedCollection> {
  key: string
  /** The last part of the name. */
  label: string
  /** All parts down to it, by which it folds; null where the name is not known. */
  path: string | null
  depth: number
  /** Null for a folder that stands in names alone. */
  collection: C | null
  hasChildren: boolean
}

interface Node<C> {
  label: string
  path: string
  collections: C[]
  children: Map<string, Node<C>>
}

/**
 * Collections in the order of a tree that their names make: parts between slashes. The tree gives no rights. Two of
 * one name stand beside each other; those whose name is not known stand last. `folded`: paths that hide what is below.
 */
export function treeRows<C extends NamedCollection>(
  collections: readonly C[],
  folded: ReadonlySet<string> = new Set(),
): TreeRow<C>[] {
  const root: Node<C> = { label: '', path: '', collections: [], children: new Map() }
  const nameless: C[] = []
  for (const collection of collections) {
    if (collection.name === null) {
      nameless.push(collection)
      continue
    }
    let node = root
    for (const part of partsOf(collection.name)) {
      const path = node.path === '' ? part : `${node.path}/${part}`
      let next = node.children.get(part)
      if (!next) {
        next = { label: part, path, collections: [], children: new Map() }
        node.children.set(part, next)
      }
      node = next
    }
    node.collections.push(collection)
  }
  const rows: TreeRow<C>[] = []
  walk(root, 0, folded, rows)
  return [...rows, ...nameless.map((collection) => rowOf(collection, collection.id.slice(0, 8)))]
}

const rowOf = <C extends NamedCollection>(collection: C, label: string): TreeRow<C> => ({
  key: collection.id,
  label,
  path: null,
  depth: 0,
  collection,
  hasChildren: false,
})

function walk<C extends NamedCollection>(
  node: Node<C>,
  depth: number,
  folded: ReadonlySet<string>,
  rows: TreeRow<C>[],
): void {
  const children = [...node.children.values()].toSorted((a, b) => compareNames(a.label, b.label))
  for (const child of children) {
    const shared = { label: child.label, path: child.path, depth, hasChildren: child.children.size > 0 }
    const [first, ...twins] = child.collections
    rows.push({ ...shared, key: first?.id ?? `path:${child.path}`, collection: first ?? null })
    for (const twin of twins) rows.push({ ...shared, key: twin.id, collection: twin, hasChildren: false })
    if (!folded.has(child.path)) walk(child, depth + 1, folded, rows)
  }
}

/** A slash at an end, or two in a row, parts nothing: such a name stays whole there. */
function partsOf(name: string): string[] {
  const parts = name.split('/').map((part) => part.trim())
  return parts.some((part) => part === '') ? [name] : parts
}
