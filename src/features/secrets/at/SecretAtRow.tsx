import { Link } from '@tanstack/react-router'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { openVersion } from '#/data/secrets'
import { useSettings } from '#/data/settings'
import { isWatched, useHiding } from '#/features/secrets/use-hiding'
import type { SecretFacts } from '#/features/secrets/use-secret-row'
import { watchClipboard } from '#/lib/clipboard'
import type { CallResult } from '#/session/call-types'
import { useCoveredReason } from '#/session/use-session'
import { IconButton } from '#/ui/IconButton'
import { linkClass } from '#/ui/link-class'
import { RevealedValue } from '#/ui/RevealedValue'

interface Props {
  orgId: string
  secret: SecretFacts
  /** The row that holds the value; null where none is known or kept. */
  versionId: string | null
  words: string
}

/** One secret at the moment. Its value is opened from the list that was read: no request, no event. */
export function SecretAtRow({ orgId, secret, versionId, words }: Props) {
  const { hideAfter, clearClipboardAfter } = useSettings()
  const [shown, setShown] = useState<{
    of: string
    value: CallResult<'openVersion'>
    hidesAt: number
  } | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const covered = useCoveredReason()
  const current = shown && shown.of === versionId ? shown : null
  useHiding(current !== null, current?.hidesAt ?? null, () => setShown(null))
  const name = secret.name ?? `Secret ${secret.id.slice(0, 8)}, name cannot be decrypted`

  function reveal(of: string) {
    setError(null)
    openVersion(orgId, secret.id, of).then(
      (value) => isWatched() && setShown({ of, value, hidesAt: Date.now() + hideAfter * 1000 }),
      (failure: Error) => setError(failure),
    )
  }

  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-3 text-left font-mono font-medium wrap-anywhere">
        <Link
          to="/orgs/$orgId/secrets/$secretId/versions"
          params={{ orgId, secretId: secret.id }}
          className={linkClass}
        >
          {name}
        </Link>
      </th>
      <td className="py-2 pr-3">
        {words}
        {current &&
          (current.value.ok ? (
            <RevealedValue
              className="mt-2"
              label={`Value of ${name} then`}
              text={current.value.text}
              onCopied={() => watchClipboard(clearClipboardAfter)}
            />
          ) : (
            <p className="mt-1 text-danger">This version cannot be decrypted.</p>
          ))}
        {error && (
          <p role="alert" className="mt-1 text-danger">
            {error.message}
          </p>
        )}
      </td>
      <td className="w-10 py-1">
        {versionId && (
          <IconButton
            size={28}
            icon={current ? EyeOff : Eye}
            label={`${current ? 'Hide' : 'Reveal'} the value of ${name} then`}
            disabledReason={covered}
            onClick={() => (current ? setShown(null) : reveal(versionId))}
          />
        )}
      </td>
    </tr>
  )
}
