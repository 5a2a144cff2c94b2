import { useMutation } from '@tanstack/react-query'
import { readValue } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { copySecret } from '#/lib/clipboard'
import { announce } from '#/ui/announcer'
import { COPY_REFUSED } from '#/ui/copy-text'
import { showToast } from '#/ui/toast-store'

/** Reads a secret by its id (recorded) and puts its value on the clipboard, without showing it. */
export function useCopyValue(organizationId: string) {
  const { clearClipboardAfter } = useSettings()
  return useMutation({
    gcTime: 0,
    mutationFn: async (secretId: string) => {
      const value = readValue(organizationId, secretId).then((read) => {
        if (!read.value.ok) throw new Error('The value cannot be decrypted, so there is nothing to copy.')
        return read.value.text
      })
      await copySecret(value, clearClipboardAfter)
    },
    onSuccess: () =>
      announce(`Value copied. It is cleared from the clipboard in ${clearClipboardAfter} seconds.`),
    // The browser's own refusals come without words for people.
    onError: (error) =>
      showToast(error instanceof DOMException ? COPY_REFUSED : error.message, { tone: 'danger' }),
  })
}
