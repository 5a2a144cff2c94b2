import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { deviceKey, eraseStored } from '#/data/device'
import { resetSettings } from '#/data/settings'
import { session } from '#/session/session'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { Icon } from '#/ui/Icon'
import { showToast } from '#/ui/toast-store'
import { EraseDialog } from './EraseDialog'
import { sizeWords, type StoredGroup } from './stored-groups'

export function DeviceRow({ group }: { group: StoredGroup }) {
  return (
    <li className="grid min-h-9 grid-cols-[minmax(0,1fr)_auto_5rem] items-center gap-x-3 border-b border-line py-1.5 sm:grid-cols-[8rem_minmax(0,1fr)_9.5rem_4.5rem_5rem]">
      <span className="font-medium wrap-anywhere">{group.name}</span>
      <span className="text-right text-muted tabular-nums sm:order-2">{sizeWords(group.bytes)}</span>
      <span className="text-right sm:order-3">
        <Act group={group} />
      </span>
      <span className="col-span-3 sm:order-0 sm:col-span-1">{group.what}</span>
      <span className="col-span-3 flex items-center gap-1 text-meta text-muted sm:order-1 sm:col-span-1">
        {group.isSealed && <Icon of={LockKeyhole} size={14} />}
        {group.guard}
      </span>
    </li>
  )
}

function Act({ group }: { group: StoredGroup }) {
  switch (group.kind) {
    case 'settings':
      return <ResetSettings group={group} />
    case 'session':
      return <SignOut />
    case 'demo':
      if (import.meta.env.MODE === 'demo') return <span className="text-meta text-muted">Demo panel</span>
      return <Erase group={group} />
    case 'device':
    case 'drafts':
    case 'two-step':
    case 'unknown':
      return <Erase group={group} />
  }
}

function ResetSettings({ group }: { group: StoredGroup }) {
  const client = useQueryClient()
  const reset = useMutation({
    mutationFn: async () => {
      for (const item of group.items) await eraseStored(item)
      resetSettings()
    },
    onSuccess: () => {
      announce('Settings are as in a fresh browser.')
      return client.invalidateQueries({ queryKey: deviceKey })
    },
    onError: (error) => showToast(error.message, { tone: 'danger' }),
  })
  return (
    <Button size={28} variant="ghost" className="text-accent-text" onClick={() => reset.mutate()}>
      Reset
      <span className="sr-only"> settings</span>
    </Button>
  )
}

function SignOut() {
  const signOut = useMutation({
    mutationFn: () => session.call('signOut', null),
    onError: (error) => showToast(error.message, { tone: 'danger' }),
  })
  return (
    <Button
      size={28}
      variant="ghost"
      className="text-accent-text"
      busy={signOut.isPending}
      onClick={() => signOut.mutate()}
    >
      Sign out
    </Button>
  )
}

function Erase({ group }: { group: StoredGroup }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size={28} variant="ghost" className="text-accent-text" onClick={() => setAsking(true)}>
        Erase
        <span className="sr-only"> {group.name}</span>
      </Button>
      {isAsking && <EraseDialog group={group} onClose={() => setAsking(false)} />}
    </>
  )
}
