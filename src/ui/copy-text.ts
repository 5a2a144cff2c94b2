import { showToast } from './toast-store'

/** Copies a name, an id or an address; values go through `useCopyValue`. */
export function copyText(text: string, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => showToast(done),
    () =>
      showToast('The browser did not allow copying. Select the text and copy it by hand.', {
        tone: 'danger',
      }),
  )
}
