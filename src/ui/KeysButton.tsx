import { cx } from './cx'
import { keyHelp } from './key-help'
import { KeyCap } from './KeyCap'
import { linkClass } from './link-class'

/** At the end of the status line. */
export function KeysButton() {
  return (
    <button
      type="button"
      onClick={keyHelp.toggle}
      className={cx(linkClass, 'inline-flex items-center gap-1.5 text-muted')}
    >
      <KeyCap>?</KeyCap> Keys
    </button>
  )
}
