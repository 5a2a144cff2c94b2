import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import {
  Copy,
  EyeOff,
  Fingerprint,
  FolderOpen,
  History,
  Keyboard,
  Link2,
  LockKeyhole,
  LogOut,
  Plus,
} from 'lucide-react'
import { useCallback } from 'react'
import { projectListQuery } from '#/data/projects'
import { mayLeaveWithoutProject, mayUseSecretsManager } from '#/domain/rights'
import type { OrganizationView } from '#/session/protocol'
import { ONLY_READS } from '#/session/only-reads-words'
import { session } from '#/session/session'
import { useCoveredReason, useIsCovered } from '#/session/use-session'
import { CLOSED_TO_MACHINES, isOpenToMachines } from '#/shell/machine-pages'
import { toggleScreenShare } from '#/shell/screen-share'
import { copyText } from '#/ui/copy-text'
import { keyHelp } from '#/ui/key-help'
import { showToast } from '#/ui/toast-store'
import { PAGES } from './pages'
import type { PaletteItem } from './palette-items'

const NO_WRITE =
  'You can write to no project, and only owners and admins may keep a secret without one. Ask one of them for write access.'

/** Whether this build has a page for a route. */
export function useHasPage(): (route: string) => boolean {
  const router = useRouter()
  return useCallback((route) => route in router.routesByPath, [router])
}

/** Pages and acts of the whole console; what this account may not do stays, with the reason. */
export function useActs(organization: OrganizationView): { pages: PaletteItem[]; acts: PaletteItem[] } {
  const hasPage = useHasPage()
  const covered = useCoveredReason()
  const isCovered = useIsCovered()
  const verdict = mayUseSecretsManager(organization)
  const noSecrets = verdict === true ? undefined : verdict.no
  const projects = useQuery({ ...projectListQuery(organization.id), enabled: verdict === true }).data
  const mayWrite =
    mayLeaveWithoutProject(organization) === true || projects?.some((p) => p.canWrite) !== false
  const base = `/orgs/${organization.id}`
  const isMachine = organization.role === 'machine'
  const fail = (error: Error) => showToast(error.message, { tone: 'danger' })
  return {
    pages: PAGES.filter(({ route }) => hasPage(route)).map(({ route, name, icon, needsSecrets }) => {
      const path = route.replace('/orgs/$orgId', base)
      const closed = isMachine && !isOpenToMachines(path) ? CLOSED_TO_MACHINES : needsSecrets && noSecrets
      return { key: route, icon, name, hint: 'Page', path, closed }
    }),
    acts: [
      {
        key: 'new-secret',
        icon: Plus,
        name: 'New secret',
        path: `${base}/secrets/new`,
        closed: noSecrets ?? (isMachine ? ONLY_READS : covered || (mayWrite ? undefined : NO_WRITE)),
      },
      {
        key: 'screen-share',
        icon: EyeOff,
        name: isCovered ? 'Show names again' : 'Hide names and values on screen',
        hint: 'Screen-share mode',
        run: () => void toggleScreenShare(),
      },
      { key: 'keys', icon: Keyboard, name: 'Show or hide the keys', run: keyHelp.toggle },
      {
        key: 'lock',
        icon: LockKeyhole,
        name: 'Lock',
        hint: 'Keys leave memory, in all tabs',
        run: () => void session.call('lock', null).catch(fail),
      },
      {
        key: 'sign-out',
        icon: LogOut,
        name: 'Sign out',
        hint: 'In all tabs; sealed drafts stay',
        run: () => void session.call('signOut', null).catch(fail),
      },
    ],
  }
}

/** What can be done with an object without reading its value. */
export function actsOn(item: PaletteItem, origin: string): PaletteItem[] {
  const { path, key, name } = item
  const id = key.slice(-36)
  if (!path || !/^(?:secret|project|machine|member) /.test(key)) return []
  const isSecret = key.startsWith('secret ')
  return [
    { key: `open ${id}`, icon: FolderOpen, name: 'Open', path },
    ...(isSecret
      ? [{ key: `versions ${id}`, icon: History, name: 'Show its versions', path: `${path}/versions` }]
      : []),
    { key: `name ${id}`, icon: Copy, name: 'Copy the name', run: () => copyText(name, 'Name copied') },
    { key: `id ${id}`, icon: Fingerprint, name: 'Copy the id', run: () => copyText(id, 'Id copied') },
    {
      key: `link ${id}`,
      icon: Link2,
      name: 'Copy a link to it',
      run: () => copyText(origin + path, 'Link copied'),
    },
  ]
}
