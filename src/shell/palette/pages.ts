import {
  Activity,
  Bot,
  Braces,
  Building2,
  Folder,
  Grid3x3,
  House,
  KeyRound,
  KeySquare,
  Library,
  Scroll,
  Settings,
  ShieldCheck,
  Trash2,
  Users,
  UsersRound,
} from 'lucide-react'
import type { IconType } from '#/ui/Icon'

/** Every page of the rail, by its route: those that this build has are offered. */
export const PAGES: readonly { route: string; name: string; icon: IconType; needsSecrets?: true }[] = [
  { route: '/orgs/$orgId/home', name: 'Home', icon: House },
  { route: '/orgs/$orgId/secrets', name: 'Secrets', icon: KeyRound, needsSecrets: true },
  { route: '/orgs/$orgId/projects', name: 'Projects', icon: Folder, needsSecrets: true },
  { route: '/orgs/$orgId/machine-accounts', name: 'Machine accounts', icon: Bot, needsSecrets: true },
  { route: '/orgs/$orgId/trash', name: 'Trash', icon: Trash2, needsSecrets: true },
  { route: '/orgs/$orgId/access', name: 'Access explorer', icon: Grid3x3 },
  { route: '/orgs/$orgId/members', name: 'Members', icon: Users },
  { route: '/orgs/$orgId/groups', name: 'Groups', icon: UsersRound },
  { route: '/orgs/$orgId/collections', name: 'Collections', icon: Library },
  { route: '/orgs/$orgId/policies', name: 'Policies', icon: Scroll },
  { route: '/orgs/$orgId/events', name: 'Events', icon: Activity },
  { route: '/orgs/$orgId/events/coverage', name: 'Coverage', icon: ShieldCheck },
  { route: '/orgs/$orgId/organization', name: 'Organization', icon: Building2 },
  { route: '/orgs/$orgId/organization/key', name: 'Organization API key', icon: KeySquare },
  { route: '/orgs/$orgId/organization/api', name: 'Public API', icon: Braces },
  { route: '/orgs/$orgId/settings', name: 'Settings', icon: Settings },
]
