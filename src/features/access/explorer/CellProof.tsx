import { Link } from '@tanstack/react-router'
import { agoWords } from '#/domain/time-words'
import { nameOf } from '#/features/access/names'
import { ProofSheet } from '#/features/access/ProofSheet'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { useServerNow } from '#/data/server-now'
import type { Explorer } from './build-explorer'
import type { Search } from './ExplorerFilters'
import { UNUSED_DAYS, rightUse } from './unused'
import type { Usage } from './unused'

interface ProofProps {
  orgId: string
  explorer: Explorer
  principal: string
  project: string
  /** Null where the log was not asked for. */
  usage: Usage | null
  onSet: (change: Partial<Search>) => void
}

/** Why the cell is what it is, with the ways on from there. */
export function CellProof({ orgId, explorer, principal, project, usage, onSet }: ProofProps) {
  const { map, names, projects } = explorer
  const secrets = projects.find(({ id }) => id === project)?.secrets ?? 0
  return (
    <ProofSheet
      map={map}
      names={names}
      principal={principal}
      target={project}
      targetName={nameOf(names, project)}
      onClose={() => onSet({ cell: undefined })}
      footer={
        <>
          <Button onClick={() => onSet({ view: 'what', of: principal, cell: undefined })}>
            What {nameOf(names, principal)} can reach
          </Button>
          <Link
            to="/orgs/$orgId/projects/$projectId/access"
            params={{ orgId, projectId: project }}
            className={buttonClass()}
          >
            Change grants
          </Link>
        </>
      }
    >
      <p className="mt-4 text-muted">
        {secrets} {secrets === 1 ? 'secret' : 'secrets'} in this project that you can read. Grants on single
        secrets are not part of it.
      </p>
      <LastUse {...{ explorer, principal, project, usage }} />
    </ProofSheet>
  )
}

/** What the log says of the use of this very right. */
function LastUse({ explorer, principal, project, usage }: Omit<ProofProps, 'orgId' | 'onSet'>) {
  const now = useServerNow()
  const { map, names, projects } = explorer
  const on = projects.find(({ id }) => id === project)
  const kind = names.get(principal)?.kind ?? 'person'
  const use = on && rightUse(usage, { id: principal, kind }, on, map.right(principal, project))
  if (!use) return null
  const last = usage?.last.get(`${principal}.${project}`)
  return (
    <p className="mt-2">
      {use === 'used' && `Last used here ${agoWords(now - (last ?? now))}.`}
      {use === 'unused' && `Not used here in ${UNUSED_DAYS} days, says the event log.`}
      {use === 'unknown' &&
        `Not used here as far as the event log has been read; it is not read whole for ${UNUSED_DAYS} days.`}
    </p>
  )
}
