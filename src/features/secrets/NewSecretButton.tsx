import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { Verdict } from '#/domain/verdict'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { closedReason } from './can'

interface Props {
  orgId: string
  /** Preset in the form. */
  projectId: string | null
  verdict: Verdict
  /** Where the list failed, trying again is the one act in view. */
  isSolid: boolean
}

export function NewSecretButton({ orgId, projectId, verdict, isSolid }: Props) {
  const navigate = useNavigate()
  const covered = useCoveredReason()
  return (
    <Button
      variant={isSolid ? 'solid' : 'outlined'}
      icon={Plus}
      disabledReason={covered || closedReason(verdict)}
      onClick={() =>
        void navigate({
          to: '/orgs/$orgId/secrets/new',
          params: { orgId },
          search: projectId === null ? {} : { project: projectId },
        })
      }
    >
      New secret
    </Button>
  )
}
