import { useNavigate } from '@tanstack/react-router'
import { useSavedViews } from '#/data/views'
import { ViewsDialog } from '#/forms/views/ViewsDialog'

interface Props {
  orgId: string
  text: string
  onText: (text: string) => void
  /** As it stands in the URL. */
  search: Record<string, string>
  onClose: () => void
}

/** Saved views of the list of secrets. */
export default function SecretViews({ orgId, text, onText, search, onClose }: Props) {
  const navigate = useNavigate()
  const kept = useSavedViews(orgId, 'secrets')
  return (
    <ViewsDialog
      {...{ kept, text, search, onClose }}
      noun="list"
      onApply={(view) => {
        onText(view.text)
        void navigate({ to: '/orgs/$orgId/secrets', params: { orgId }, search: view.search, replace: true })
      }}
    />
  )
}
