import { Component, type RefObject } from 'react'

interface Props {
  grid: RefObject<HTMLDivElement | null>
  thingAt: (row: number) => string
}

interface Focused {
  element: Element
  row: number
  thing: string
}

/**
 * What leaves with the focus in it (deleted, scrolled away, pushed on by others) leaves it to the grid. A class, since
 * only it can look at the page before it changes; one for all rows, as an effect in each would cost with every letter
 * that is typed in the search.
 */
export class RowFocus extends Component<Props> {
  override getSnapshotBeforeUpdate({ thingAt }: Props): Focused | null {
    const element = document.activeElement
    const row = element?.parentElement?.closest('[role=row]')
    if (!element || !row || !this.props.grid.current?.contains(row)) return null
    const at = Number(row.getAttribute('aria-rowindex')) - 2
    return { element, row: at, thing: at < 0 ? '' : thingAt(at) }
  }

  override componentDidUpdate(_before: Props, _state: unknown, was: Focused | null) {
    if (!was || was.row < 0) return
    const isThere = was.element.isConnected && this.props.thingAt(was.row) === was.thing
    if (!isThere) this.props.grid.current?.focus({ preventScroll: true })
  }

  override render() {
    return null
  }
}
