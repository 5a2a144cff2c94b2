import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown } from 'lucide-react'
import { rememberOrganization } from '#/data/last-organization'
import type { OrganizationView } from '#/session/protocol'
import { Icon } from '#/ui/Icon'
import { Logo } from '#/ui/Logo'
import { Menu } from '#/ui/Menu'

interface Props {
  organizations: OrganizationView[]
  current: OrganizationView | null
}

export function OrganizationSwitcher({ organizations, current }: Props) {
  const navigate = useNavigate()
  // A menu without an entry would lead nowhere.
  if (organizations.length === 0) {
    return (
      <p className="flex h-11 items-center gap-2 px-4 font-semibold">
        <Logo size={20} />
        Strongroom
      </p>
    )
  }
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Organization: ${current?.name ?? 'None'}`}
          className="flex h-11 w-full min-w-0 items-center gap-2 px-4 focus-inside hover:bg-hover"
        >
          <Logo size={20} />
          <span className="min-w-0 flex-1 truncate text-left font-semibold">{current?.name ?? 'None'}</span>
          <Icon of={ChevronsUpDown} className="text-muted" />
        </button>
      }
      items={organizations.map((organization) => ({
        label: organization.name,
        isChecked: organization.id === current?.id,
        hint: organization.enabled ? undefined : 'Switched off by the server',
        onSelect: () => {
          rememberOrganization(organization.id)
          void navigate({ to: '/orgs/$orgId', params: { orgId: organization.id } })
        },
      }))}
    />
  )
}
