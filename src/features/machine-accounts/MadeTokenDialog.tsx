import { Copy, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSettings } from '#/data/settings'
import { lowerFirst, recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { absoluteTime } from '#/domain/time-words'
import { copySecret, watchClipboard } from '#/lib/clipboard'
import { downloadText } from '#/lib/download'
import { useOpenSession } from '#/session/use-session'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Checkbox } from '#/ui/Checkbox'
import { ClipboardStatus } from '#/ui/ClipboardStatus'
import { ConfirmDialog } from '#/ui/ConfirmDialog'
import { COPY_REFUSED } from '#/ui/copy-text'
import { Dialog } from '#/ui/Dialog'
import { showToast } from '#/ui/toast-store'

/** A token in plaintext: it exists as long as the dialog that shows it. */
export interface ShownToken {
  id: string
  token: string
  name: string
  expiresAt: number | null
}

interface Props {
  made: ShownToken
  /** The server's clock when it was made. */
  now: number
  /** Whether it was ticked that it is stored. */
  onClose: (isStored: boolean) => void
  children?: React.ReactNode
}

const TRACE = lowerFirst(recordsOne('createToken'))

/** The only time that it is shown: the way out opens with the tick, Esc asks. */
export function MadeTokenDialog({ made, now, onClose, children }: Props) {
  const { timeZone, clearClipboardAfter } = useSettings()
  const session = useOpenSession()
  const [isStored, setStored] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [madeAt] = useState(now)

  useEffect(() => {
    // Closing the tab would lose it as surely as closing the dialog.
    const ask = (event: BeforeUnloadEvent) => !isStored && event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isStored])

  const copy = () =>
    void copySecret(made.token, clearClipboardAfter).then(
      () => announce(`Token copied. It is cleared from the clipboard in ${clearClipboardAfter} seconds.`),
      () => showToast(COPY_REFUSED, { tone: 'danger' }),
    )

  if (isLeaving)
    return (
      <ConfirmDialog
        title="Close without storing the token?"
        description="It cannot be shown again. If it is stored nowhere, revoke it and create another."
        isDanger
        confirmLabel="Close and lose the token"
        onConfirm={() => onClose(false)}
        onClose={() => setLeaving(false)}
      />
    )
  return (
    <Dialog
      title={`Token “${made.name}” is created`}
      description="This is the only time it is shown. The server keeps a hash of it and cannot show it again."
      width={640}
      isHeld
      onClose={() => (isStored ? onClose(true) : setLeaving(true))}
      footerStart={
        <Checkbox
          className="text-body text-text"
          label="I have stored it"
          checked={isStored}
          onChange={(event) => setStored(event.target.checked)}
        />
      }
      footer={
        <>
          <Button icon={Download} onClick={() => download(made)}>
            Download as .env
          </Button>
          <Button
            onClick={() => onClose(true)}
            disabledReason={!isStored && 'Store the token first, then tick that it is stored.'}
          >
            Close
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <div className="mb-1 flex items-end justify-between gap-3">
            <span className="font-medium">Access token</span>
            <span className="text-meta text-muted">
              {made.expiresAt === null ? 'Never expires' : `Until ${absoluteTime(made.expiresAt, timeZone)}`}
            </span>
          </div>
          <div className="flex items-center gap-3 rounded-control border border-control bg-sunken p-3 max-sm:flex-col max-sm:items-stretch">
            <code
              aria-label="Access token"
              onCopy={() => watchClipboard(clearClipboardAfter)}
              className="min-w-0 flex-1 font-mono break-all select-all"
            >
              {made.token}
            </code>
            <Button variant="solid" icon={Copy} data-autofocus onClick={copy}>
              Copy token
            </Button>
          </div>
          <div className="mt-1 min-h-4">
            <ClipboardStatus />
          </div>
        </div>
        {children}
        <Caution by={session?.account.name ?? session?.account.email} at={absoluteTime(madeAt, timeZone)} />
      </div>
    </Dialog>
  )
}

/** The person's own wish: a file with the token in plaintext. Its name tells the short id alone. */
const download = (made: ShownToken): void =>
  downloadText(`BWS_ACCESS_TOKEN=${made.token}\n`, `token-${made.id.slice(0, 8)}.env`, 'text/plain')

function Caution({ by, at }: { by: string | undefined; at: string }) {
  return (
    <Callout tone="warning">
      Do not paste it into chat or a ticket. Creating it <TraceLink act="createToken">{TRACE}</TraceLink>;
      note in your change record that <strong className="font-medium">{by}</strong> created it on {at}.
    </Callout>
  )
}
