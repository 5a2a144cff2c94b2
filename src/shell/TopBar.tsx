import { useMutation } from '@tanstack/react-query'
import { EyeOff, LockKeyhole, LogOut, Menu as MenuIcon, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useIsCovered } from '#/session/use-session'
import { session as sessionChannel } from '#/session/session'
import type { OrganizationView, SessionState } from '#/session/protocol'
import { Avatar } from '#/ui/Avatar'
import { Icon } from '#/ui/Icon'
import { IconButton } from '#/ui/IconButton'
import { initials } from '#/ui/initials'
import { KeyCap } from '#/ui/KeyCap'
import { Menu } from '#/ui/Menu'
import { showToast } from '#/ui/toast-store'
import { ConnectionBadge } from './ConnectionBadge'
import { PacedNotice } from './PacedNotice'
import { toggleScreenShare } from './screen-share'
import { OrganizationSwitcher } from './OrganizationSwitcher'

/** As long as names are hidden it stands in view, and brings them back. */
function CoveredNotice() {
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+."
      onClick={() => void toggleScreenShare()}
      className="mr-1 inline-flex h-7 items-center gap-1.5 rounded-control border border-warning-line bg-warning-soft px-2 font-medium text-warning max-sm:h-11 max-sm:px-3.5"
    >
      <Icon of={EyeOff} size={14} />
      <span className="max-lg:sr-only">Names hidden</span>
      <span className="sr-only">, screen-share mode is on. Show names again</span>
    </button>
  )
}

function PaletteButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K"
      onClick={onClick}
      className="flex h-7 w-90 min-w-0 shrink items-center gap-2 rounded-control border border-button-line bg-surface px-2 text-muted hover:bg-hover max-lg:w-60 max-sm:ml-auto max-sm:size-11 max-sm:justify-center max-sm:border-0 max-sm:bg-transparent sm:ml-4"
    >
      <Icon of={Search} />
      <span className="min-w-0 flex-1 truncate text-left max-sm:sr-only">
        Search<span className="max-lg:sr-only"> or run a command</span>
      </span>
      <span aria-hidden className="flex gap-1 max-sm:hidden">
        <KeyCap>Ctrl</KeyCap>
        <KeyCap>K</KeyCap>
      </span>
    </button>
  )
}

interface Props {
  session: Extract<SessionState, { phase: 'open' }>
  organization: OrganizationView | null
  onMenu: () => void
  onPalette: () => void
  /** Running jobs. */
  children?: ReactNode
}

export function TopBar({ session, organization, onMenu, onPalette, children }: Props) {
  const name = session.account.name ?? session.account.email
  const isCovered = useIsCovered()
  const fail = (error: Error) => showToast(error.message, { tone: 'danger' })
  const lock = useMutation({ mutationFn: () => sessionChannel.call('lock', null), onError: fail })
  const signOut = useMutation({ mutationFn: () => sessionChannel.call('signOut', null), onError: fail })
  return (
    <header className="flex h-11 shrink-0 items-center border-b border-line-strong bg-chrome">
      <IconButton icon={MenuIcon} label="Menu" onClick={onMenu} className="ml-1 sm:hidden" />
      <div className="min-w-0 sm:w-56 sm:shrink-0">
        <OrganizationSwitcher organizations={session.organizations} current={organization} />
      </div>
      {organization && <PaletteButton onClick={onPalette} />}
      <div className="ml-auto flex items-center gap-1 pr-4 max-sm:pr-1">
        {children}
        {isCovered && <CoveredNotice />}
        <PacedNotice />
        <ConnectionBadge server={session.server} />
        <IconButton
          icon={LockKeyhole}
          label="Lock in all tabs"
          className="ml-2 max-sm:ml-0"
          onClick={() => lock.mutate()}
        />
        <Menu
          trigger={
            <button
              type="button"
              // The letters that are seen are part of the name, for people who speak to their machine.
              aria-label={`${initials(name)}, account of ${name}`}
              className="flex size-8 items-center justify-center rounded-control hover:bg-hover max-sm:size-11"
            >
              <Avatar name={name} tone="strong" size={24} />
            </button>
          }
          items={[
            {
              label: 'Lock',
              heading: session.account.email,
              icon: LockKeyhole,
              onSelect: () => lock.mutate(),
              hint: 'Keys leave memory, in all tabs',
            },
            {
              label: isCovered ? 'Show names again' : 'Hide names on screen',
              icon: EyeOff,
              keyCap: 'Ctrl .',
              onSelect: () => void toggleScreenShare(),
              hint: isCovered ? 'Ends screen-share mode' : 'Screen-share mode, in this tab',
            },
            {
              label: 'Sign out',
              icon: LogOut,
              onSelect: () => signOut.mutate(),
              hint: 'In all tabs; sealed drafts stay',
            },
          ]}
        />
      </div>
    </header>
  )
}
