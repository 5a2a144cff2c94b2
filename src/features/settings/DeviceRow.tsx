import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { deviceKey, eraseStored } from '#/data/device'
import { resetSettings } from '#/data/settings'
import { session } from '#/session/session'
import { announce } from '#/ui/announcer'
import { cx } from '#/ui/cx'
import { Icon } from '#/ui/Icon'
import { linkClass } from '#/ui/link-class'
import { showToast } from '#/ui/toast-store'
import { EraseDialog } from './EraseDialog'
import { sizeWords, type StoredGroup } from './stored-groups'

const actClass = cx(linkClass, 'min-h-6 font-medium max-sm:min-h-11')

export function DeviceRow({ group }: { group: StoredGroup }) {
  return (
    <li className="grid min-h-9 grid-cols-[minmax(0,1fr)_4rem_4.5rem] items-center gap-x-3 border-b border-line py-1.5 sm:grid-cols-[7rem_minmax(0,1fr)_4rem_4.5rem]">
      <span className="font-medium wrap-anywhere">{group.name}</span>
      <span className="text-right text-muted tabular-nums sm:order-1">{sizeWords(group.bytes)}</span>
      <span className="text-right sm:order-2">
        <Act group={group} />
      </span>
      <span className="max-sm:col-span-3">
        {group.what}
        <span className="flex items-center gap-1 text-meta text-muted">
          {group.isSealed && <Icon of={LockKeyhole} size={14} />}
          {group.guard}
        </span>
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
    case 'views':
    case 'names':
    case 'jobs':
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
    <button type="button" className={actClass} onClick={() => reset.mutate()}>
      Reset
      <span className="sr-only"> settings</span>
    </button>
  )
}

function SignOut() {
  const signOut = useMutation({
    mutationFn: () => session.call('signOut', null),
    onError: (error) => showToast(error.message, { tone: 'danger' }),
  })
  return (
    <button type="button" className={actClass} onClick={() => signOut.mutate()}>
      Sign out
    </button>
  )
}

function Erase({ group }: { group: StoredGroup }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className={actClass} onClick={() => setAsking(true)}>
        Erase
        <span className="sr-only"> {group.name}</span>
      </button>
      {isAsking && <EraseDialog group={group} onClose={() => setAsking(false)} />}
    </>
  )
}
