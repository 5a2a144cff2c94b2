import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useSettings } from '#/data/settings'
import type { History } from '#/domain/history-types'
import { valueAt } from '#/domain/value-at'
import { useSecretPage } from '#/features/secrets/secret-context'
import { linkClass } from '#/ui/link-class'
import { atWords } from './at-words'
import { MomentField } from './MomentField'

interface Props {
  history: History<number>
  isSettling: boolean
}

/** One moment of one secret. The moment stands in the URL; nothing is asked of the server for it. */
export function ValueAtDate({ history, isSettling }: Props) {
  const { organization, secret } = useSecretPage()
  const { timeZone } = useSettings()
  const { at } = useSearch({ from: '/open/orgs/$orgId/secrets/$secretId/versions' })
  const navigate = useNavigate()
  const [now] = useState(() => Date.now())
  const found = at ? valueAt(history, { at: Date.parse(at), now, createdAt: secret.created }) : null
  return (
    <section aria-label="Value at a date" className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <MomentField
        moment={at}
        onChange={(next) =>
          void navigate({ to: '.', search: (old) => ({ ...old, at: next }), replace: true })
        }
      />
      <p role="status" className="min-w-0 flex-1 basis-64 pb-1.5">
        {found && (isSettling ? 'Still looking up what the log tells.' : atWords(found, timeZone))}
      </p>
      {at && secret.project && (
        <Link
          to="/orgs/$orgId/projects/$projectId/at"
          params={{ orgId: organization.id, projectId: secret.project.id }}
          search={{ at }}
          className={`${linkClass} basis-full`}
        >
          The whole project at this date
        </Link>
      )}
    </section>
  )
}
