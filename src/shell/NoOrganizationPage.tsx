import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Building2, RefreshCw } from 'lucide-react'
import { session } from '#/session/session'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'

export function NoOrganizationPage() {
  const navigate = useNavigate()
  const look = useMutation({
    mutationFn: () => session.call('reloadProfile', null),
    onSuccess: () => navigate({ to: '/' }),
  })
  return (
    <EmptyState
      level={1}
      icon={Building2}
      title="Your account belongs to no organization"
      text="Strongroom administers organizations. Ask an owner to invite you; after you have accepted, an owner or admin confirms you, and only then your account holds the organization’s key."
      actions={
        <Button icon={RefreshCw} busy={look.isPending} onClick={() => look.mutate()}>
          Look again
        </Button>
      }
    >
      <title>No organization · Strongroom</title>
      {look.error && (
        <p role="alert" className="text-danger">
          {look.error.message}
        </p>
      )}
    </EmptyState>
  )
}
