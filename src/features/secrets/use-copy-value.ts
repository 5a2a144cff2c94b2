import { useMutation, useQueryClient } from '@tanstack/react-query'
import { secretValueQuery } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { copySecret } from '#/lib/clipboard'
import { announce } from '#/ui/announcer'
import { showToast } from '#/ui/toast-store'

/** Reads a secret by its id (recorded) and puts its value on the clipboard, without showing it. */
export function useCopyValue(organizationId: string) {
  const client = useQueryClient()
  const { clearClipboardAfter } = useSettings()
  return useMutation({
    mutationFn: async (secretId: string) => {
      const query = secretValueQuery(organizationId, secretId)
      const value = client.fetchQuery({ ...query, staleTime: 0 }).then((read) => {
        if (!read.value.ok) throw new Error('The value cannot be decrypted, so there is nothing to copy.')
        return read.value.text
      })
      await copySecret(value, clearClipboardAfter)
    },
    onSuccess: () =>
      announce(`Value copied. It is cleared from the clipboard in ${clearClipboardAfter} seconds.`),
    onError: (error) => showToast(error.message, { tone: 'danger' }),
    onSettled: (_data, _error, secretId) => client.removeQueries(secretValueQuery(organizationId, secretId)),
  })
}
