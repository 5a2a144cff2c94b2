import { SearchField } from '#/ui/SearchField'
import type { ListPage } from './use-list-page'

interface Props {
  page: ListPage
  label: string
  /** Nothing is known that could be searched. */
  isClosed: boolean
}

/** The search over a list; from it, Enter and the arrow lead into the rows. */
export function ListSearch({ page, label, isClosed }: Props) {
  const { search, text, setText, toGrid } = page
  return (
    <SearchField
      ref={search}
      label={label}
      value={text}
      onChange={setText}
      disabled={isClosed}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        toGrid()
      }}
    />
  )
}
