import { cx } from '#/ui/cx'
import { KeyCap } from '#/ui/KeyCap'
import { KeySheet } from '#/ui/KeySheet'
import { linkClass } from '#/ui/link-class'
import { cursorMoves } from './cursor'
import type { RowKey } from './Grid'
import type { ListPage } from './use-list-page'

interface Props {
  page: ListPage
  rowKeys: readonly RowKey[]
  areSingleKeysOn: boolean
}

/** The sheet of keys of a list, while it is asked for; made from the tables that bind them. */
export function ListKeys({ page, rowKeys, areSingleKeysOn }: Props) {
  if (!page.hasKeys) return null
  const own = ({ key, label }: { key: string; label: string }) => ({ caps: [key], label })
  return (
    <KeySheet
      onClose={page.toggleKeys}
      areSingleKeysOn={areSingleKeysOn}
      sections={[
        { title: 'In the list', keys: [...cursorMoves, { caps: ['↵'], label: 'Open' }] },
        { title: 'On the row', keys: rowKeys.map(own) },
        { title: 'On the page', keys: page.pageKeys.filter((k) => !k.alias).map(own) },
      ]}
    />
  )
}

/** At the end of the status line. */
export function KeysButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={cx(linkClass, 'inline-flex items-center gap-1.5 text-muted')}
    >
      <KeyCap>?</KeyCap> Keys
    </button>
  )
}
