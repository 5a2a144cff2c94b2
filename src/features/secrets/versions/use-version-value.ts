import { useState } from 'react'
import { openVersion } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import type { CallResult } from '#/session/call-types'
import { useSecretPage } from '#/features/secrets/secret-context'
import { isWatched, useHiding } from '#/features/secrets/use-hiding'

/** Shows one earlier value for the set time. Opened from the listed row: no request, no event. */
export function useVersionValue(versionId: string | null) {
  const { organization, secret } = useSecretPage()
  const { hideAfter } = useSettings()
  const [shown, setShown] = useState<CallResult<'openVersion'> | null>(null)
  const [hidesAt, setHidesAt] = useState(0)
  const [isReading, setReading] = useState(false)
  const [error, setError] = useState<Error | null>(null)

  useHiding(shown !== null, hidesAt, () => setShown(null))

  function toggle() {
    if (shown) return setShown(null)
    if (!versionId) return
    setReading(true)
    setError(null)
    openVersion(organization.id, secret.id, versionId)
      .then(
        (value) => {
          if (!isWatched()) return
          setShown(value)
          setHidesAt(Date.now() + hideAfter * 1000)
        },
        (failure: Error) => setError(failure),
      )
      .finally(() => setReading(false))
  }

  return { shown, hidesAt, isReading, error, toggle }
}
