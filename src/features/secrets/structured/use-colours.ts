import { useEffect, useRef, type RefObject } from 'react'
import type { ShapeToken } from '#/domain/value-shape'

/** Kinds that have a colour in value.css, by the name of their highlight. */
const KINDS = ['key', 'number', 'literal', 'label'] as const

/**
 * Colours stretches of a text by the browser's highlights: thousands of them cost no element, and the text stays the
 * text. A browser without them shows it in one colour.
 */
export function useColours(tokens: readonly ShapeToken[]): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  // Folding hides text nodes and makes none anew, so the ranges hold.
  useEffect(() => {
    const root = box.current?.querySelector('[role="textbox"]')
    if (!root || typeof Highlight !== 'function') return
    const nodes = textNodes(root)
    for (const kind of KINDS) {
      const ranges = tokens.flatMap((token) => (token.kind === kind ? rangesOf(nodes, token) : []))
      CSS.highlights.set(`value-${kind}`, new Highlight(...ranges))
    }
    return () => {
      for (const kind of KINDS) CSS.highlights.delete(`value-${kind}`)
    }
  }, [tokens])
  return box
}

interface PlacedNode {
  node: Node
  from: number
  to: number
}

function textNodes(root: Element): PlacedNode[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: PlacedNode[] = []
  let at = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    nodes.push({ node, from: at, to: at + length })
    at += length
  }
  return nodes
}

/** A token may run over several text nodes: signs for invisible characters stand between them. */
function rangesOf(nodes: readonly PlacedNode[], { from, to }: ShapeToken): Range[] {
  const ranges: Range[] = []
  for (let i = firstReaching(nodes, from); i < nodes.length; i += 1) {
    const placed = nodes[i]
    if (!placed || placed.from >= to) break
    const range = document.createRange()
    range.setStart(placed.node, Math.max(0, from - placed.from))
    range.setEnd(placed.node, Math.min(placed.to, to) - placed.from)
    ranges.push(range)
  }
  return ranges
}

function firstReaching(nodes: readonly PlacedNode[], offset: number): number {
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.to ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
