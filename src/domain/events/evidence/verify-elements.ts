/** An element with text or elements in it. Texts stay texts. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...content)
  return made
}

/** `kind` tells the style sheet which columns are not broken. */
export function table(
  kind: 'files' | 'events',
  head: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const headRow = element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))
  const body = element('tbody', {}, ...rows.map(rowOf))
  return element(
    'div',
    { class: 'scroll', tabindex: '0' },
    element('table', { class: kind }, element('thead', {}, headRow), body),
  )
}

export const rowOf = (cells: readonly string[]): HTMLElement =>
  element('tr', {}, ...cells.map((text) => element('td', {}, element('bdi', {}, text))))

export const facts = (pairs: readonly (readonly [name: string, value: string])[]): HTMLElement =>
  element(
    'dl',
    {},
    ...pairs.flatMap(([name, value]) => [
      element('dt', {}, name),
      element('dd', {}, element('bdi', {}, value)),
    ]),
  )
