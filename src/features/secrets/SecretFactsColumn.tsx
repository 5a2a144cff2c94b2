import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSettings } from '#/data/settings'
import { absoluteTime, agoWords } from '#/domain/time-words'
import { FactList } from '#/ui/FactList'
import { IdText } from '#/ui/IdText'
import { linkClass } from '#/ui/link-class'
import { useSecretPage } from './secret-context'

const ROLES = {
  owner: 'As organization owner',
  admin: 'As organization admin',
  user: undefined,
  custom: undefined,
  machine: undefined,
  audit: undefined,
}

/** What the list alone tells, without a read. */
export function SecretFactsColumn() {
  const { organization, secret } = useSecretPage()
  const { timeZone } = useSettings()
  const orgId = organization.id
  const [now] = useState(() => Date.now())
  return (
    <aside
      aria-labelledby="facts"
      className="shrink-0 border-line-strong p-4 max-xl:border-t xl:w-80 xl:overflow-y-auto xl:border-l"
    >
      <h2 id="facts" className="mb-2 text-section font-semibold">
        Facts
      </h2>
      <FactList
        isWide
        facts={[
          {
            label: 'Project',
            value: secret.project ? (
              <Link
                to="/orgs/$orgId/projects/$projectId"
                params={{ orgId, projectId: secret.project.id }}
                className={linkClass}
              >
                {secret.project.name ?? `Name cannot be decrypted (${secret.project.id.slice(0, 8)})`}
              </Link>
            ) : (
              'None'
            ),
          },
          {
            label: 'My access',
            value: secret.canWrite ? 'Can read and write' : 'Can read',
            note: ROLES[organization.role],
          },
          {
            label: 'Last change',
            value: absoluteTime(secret.changed, timeZone),
            note: agoWords(now - secret.changed),
          },
          { label: 'Created', value: absoluteTime(secret.created, timeZone) },
          { label: 'Id', value: <IdText id={secret.id} of="secret" /> },
        ]}
      />
    </aside>
  )
}
