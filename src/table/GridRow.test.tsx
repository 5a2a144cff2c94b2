import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { GridRow } from './GridRow'
import { useSelection } from './use-selection'

const ids = ['a', 'b', 'c']
const rows = { rowCount: 3, idOf: (row: number) => ids[row] ?? '', rowOf: (id: string) => ids.indexOf(id) }
const nothing = () => undefined

function Row({ isSelected }: { isSelected: boolean | undefined }) {
  const hasBox = isSelected !== undefined
  return (
    <GridRow
      id="row-1"
      thing="thing"
      row={1}
      top={36}
      height={36}
      isCursor={false}
      columns={[{ id: 'name', header: 'Name', width: 'rest', cell: (row) => ids[row] }]}
      columnTemplate=""
      isSelected={isSelected}
      boxLabel={hasBox ? 'Select b' : undefined}
      onSelect={hasBox ? nothing : undefined}
      narrow={null}
      acts={null}
      onPoint={nothing}
      onOpen={nothing}
    />
  )
}

describe('a row', () => {
  it('has a named box and tells whether it is selected', () => {
    const selected = renderToStaticMarkup(<Row isSelected />)
    expect(selected).toContain('aria-selected="true"')
    expect(selected).toMatch(/<input[^>]* checked=""/)
    expect(selected).toContain('aria-label="Select b"')
    const other = renderToStaticMarkup(<Row isSelected={false} />)
    expect(other).toContain('aria-selected="false"')
    expect(other).not.toMatch(/<input[^>]* checked=""/)
  })

  it('has neither where rows cannot be selected', () => {
    const markup = renderToStaticMarkup(<Row isSelected={undefined} />)
    expect(markup).not.toContain('aria-selected')
    expect(markup).not.toContain('<input')
    expect(markup).toContain('aria-rowindex="3"')
  })
})

describe('a selection', () => {
  it('begins with nothing', () => {
    function Probe() {
      const { ids: chosen, share, hidden, count, isSelected } = useSelection(rows, () => true)
      return <>{JSON.stringify([chosen.size, share, hidden, count, isSelected(0)])}</>
    }
    expect(renderToStaticMarkup(<Probe />)).toBe('[0,&quot;none&quot;,0,0,false]')
  })
})
