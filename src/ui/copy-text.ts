import { isMasked } from '#/lib/mask'
import { showToast } from './toast-store'

export const COPY_REFUSED = 'The browser did not allow copying. Select the text and copy it by hand.'

/** Copies a name, an id or an address; values go through `useCopyValue`. */
export function copyText(text: string, done: string): void {
  if (isMasked(text)) {
    showToast('Screen-share mode hides this text, so it is not copied.', { tone: 'danger' })
    return
  }
  navigator.clipboard.writeText(text).then(
    () => showToast(done),
    () => showToast(COPY_REFUSED, { tone: 'danger' }),
  )
}

/** A name that did not decrypt is null; that is told. */
export function copyName(name: string | null): void {
  if (name !== null) copyText(name, 'Name copied')
  else showToast('This name cannot be decrypted, so there is nothing to copy.', { tone: 'danger' })
}
