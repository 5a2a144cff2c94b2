import { Outlet } from '@tanstack/react-router'

export function SecretPage() {
  return <Outlet />
}
