import { CircleCheck, OctagonAlert, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button'
import { cx } from './cx'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import { closeToast, toastStore, type Toast } from './toast-store'

const staysMs = 6000

/** Mount once. The two live regions stand from the start, since a region that comes with its text is often not read. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get)
  const place = 'flex flex-col items-end gap-2 max-sm:items-stretch'
  return (
    <section
      aria-label="Notices"
      className={cx('pointer-events-none fixed right-4 bottom-12 z-40 max-sm:left-4', place)}
    >
      <div aria-live="polite" className={place}>
        {toasts.map((toast) => toast.tone === 'good' && <ToastCard key={toast.id} toast={toast} />)}
      </div>
      <div aria-live="assertive" className={place}>
        {toasts.map((toast) => toast.tone === 'danger' && <ToastCard key={toast.id} toast={toast} />)}
      </div>
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false)
  const goes = toast.tone === 'good' && !isHeld

  useEffect(() => {
    if (!goes) return
    const timer = setTimeout(() => closeToast(toast.id), staysMs)
    return () => clearTimeout(timer)
  }, [goes, toast.id])

  const { action } = toast
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-96 animate-enter items-center gap-3 rounded-float border border-line-strong bg-float py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <Icon
        of={toast.tone === 'good' ? CircleCheck : OctagonAlert}
        className={toast.tone === 'good' ? 'text-good' : 'text-danger'}
      />
      <span className="min-w-0 flex-1">{toast.text}</span>
      {action && (
        <Button
          size={28}
          onClick={() => {
            closeToast(toast.id)
            action.onClick()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size={28} icon={X} label="Close the notice" onClick={() => closeToast(toast.id)} />
    </div>
  )
}
