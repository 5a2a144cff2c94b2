import { Link } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import { EmptyState } from '#/ui/EmptyState'
import { linkClass } from '#/ui/link-class'

export function NotFoundPage() {
  return (
    <main>
      <EmptyState
        level={1}
        icon={MapPinOff}
        title="There is no such page"
        text="The address does not belong to this version of the console. Check it for a missing piece, or start from the beginning."
        actions={
          <Link to="/" className={linkClass}>
            To your organization
          </Link>
        }
      >
        <title>No such page · Strongroom</title>
      </EmptyState>
    </main>
  )
}
