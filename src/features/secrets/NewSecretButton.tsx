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
}

export function NewSecretButton({ orgId, projectId, verdict }: Props) {
  const navigate = useNavigate()
  const covered = useCoveredReason()
  return (
    <Button
      variant="solid"
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
