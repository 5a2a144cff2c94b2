/** A stretch of a text that is drawn in a colour of its own; offsets in UTF-16 units. */
export interface ShapeToken {
  from: number
  to: number
  kind: 'key' | 'string' | 'number' | 'literal' | 'label'
}

/** What can be folded: the inside of a JSON object or array, or of a PEM block. Inner ones stand after outer ones. */
export interface ShapeFold {
  from: number
  to: number
  depth: number
  /** "object, 6 keys", "PEM body, 24 lines". */
  what: string
}

export interface ValueShape {
  kind: 'JSON' | 'PEM'
  tokens: ShapeToken[]
  folds: ShapeFold[]
}

/** Where a JSON document or PEM blocks have their parts. Null for any other text. Nothing of the text is changed. */
export function shapeOf(text: string): ValueShape | null {
  if (/^\s*[[{]/.test(text)) return jsonShape(text)
  return text.includes('-----BEGIN ') ? pemShape(text) : null
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],]/g

function jsonShape(text: string): ValueShape | null {
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  const tokens: ShapeToken[] = []
  const folds: ShapeFold[] = []
  const open: { fold: ShapeFold; isObject: boolean; commas: number }[] = []
  // The document is known to be whole, so its signs can be trusted.
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match
    const from = match.index
    const to = from + found.length
    const inside = open.at(-1)
    if (found === '{' || found === '[') {
      const fold = { from: to, to, depth: open.length, what: '' }
      folds.push(fold)
      open.push({ fold, isObject: found === '{', commas: 0 })
    } else if (found === '}' || found === ']') {
      const closed = open.pop()
      if (closed) close(closed, from, text)
    } else if (found === ',') {
      if (inside) inside.commas += 1
    } else if (found.startsWith('"')) {
      const isKey = inside?.isObject === true && /^\s*:/.test(text.slice(to, to + 64))
      tokens.push({ from, to, kind: isKey ? 'key' : 'string' })
    } else tokens.push({ from, to, kind: /^[tfn]/.test(found) ? 'literal' : 'number' })
  }
  return { kind: 'JSON', tokens, folds: folds.filter(({ from, to }) => text.slice(from, to).trim() !== '') }
}

function close(
  { fold, isObject, commas }: { fold: ShapeFold; isObject: boolean; commas: number },
  at: number,
  text: string,
) {
  fold.to = at
  const count = text.slice(fold.from, at).trim() === '' ? 0 : commas + 1
  const word = isObject ? (count === 1 ? 'key' : 'keys') : count === 1 ? 'entry' : 'entries'
  fold.what = `${isObject ? 'object' : 'array'}, ${count} ${word}`
}

function pemShape(text: string): ValueShape | null {
  const tokens: ShapeToken[] = []
  const folds: ShapeFold[] = []
  for (const match of text.matchAll(/(-----BEGIN ([A-Z0-9 ]+)-----)(\s[\s\S]*?)(-----END \2-----)/g)) {
    const [whole, begin = '', , body = '', end = ''] = match
    const from = match.index
    tokens.push({ from, to: from + begin.length, kind: 'label' })
    tokens.push({ from: from + whole.length - end.length, to: from + whole.length, kind: 'label' })
    const lines = body.trim().split(/\r\n|\r|\n/).length
    folds.push({
      from: from + begin.length,
      to: from + begin.length + body.length,
      depth: 0,
      what: `PEM body, ${lines} ${lines === 1 ? 'line' : 'lines'}`,
    })
  }
  return folds.length > 0 ? { kind: 'PEM', tokens, folds } : null
}
