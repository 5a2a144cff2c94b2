import { Outlet } from '@tanstack/react-router'

export function OrganizationGate() {
  return <Outlet />
}
