import { Copy, Eye, EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSettings } from '#/data/settings'
import { copySecret, watchClipboard } from '#/lib/clipboard'
import { announce } from '#/ui/announcer'
import { Button } from '#/ui/Button'
import { ClipboardStatus } from '#/ui/ClipboardStatus'
import { CopyButton } from '#/ui/CopyButton'
import { COPY_REFUSED } from '#/ui/copy-text'
import { MaskedValue } from '#/ui/MaskedValue'
import { showToast } from '#/ui/toast-store'
import { clientIdOf } from './key-words'

const HIDE_AFTER = 30_000

/** The key, masked until it is asked for, and again after 30 seconds or when the page loses the focus. */
export function KeyBox({ organizationId, secret }: { organizationId: string; secret: string }) {
  const [isShown, setShown] = useState(false)
  const { clearClipboardAfter } = useSettings()
  useEffect(() => {
    if (!isShown) return
    const hide = () => setShown(false)
    const timer = setTimeout(hide, HIDE_AFTER)
    addEventListener('blur', hide)
    return () => {
      clearTimeout(timer)
      removeEventListener('blur', hide)
    }
  }, [isShown])
  const copy = () =>
    void copySecret(secret, clearClipboardAfter).then(
      () => announce(`Key copied. It is cleared from the clipboard in ${clearClipboardAfter} seconds.`),
      () => showToast(COPY_REFUSED, { tone: 'danger' }),
    )
  const clientId = clientIdOf(organizationId)
  return (
    <div>
      <dl className="rounded-control border border-line-strong">
        <Row label="client_id">
          <span className="min-w-0 flex-1 basis-40 font-mono wrap-anywhere">{clientId}</span>
          <CopyButton text={clientId} label="Copy client_id" size={28} />
        </Row>
        <Row label="client_secret">
          <span className="min-w-0 flex-1 basis-40 font-mono wrap-anywhere">
            {isShown ? (
              <code
                aria-label="client_secret"
                className="select-all"
                onCopy={() => watchClipboard(clearClipboardAfter)}
              >
                {secret}
              </code>
            ) : (
              <MaskedValue isInline label="client_secret, hidden" />
            )}
          </span>
          <Button size={28} icon={isShown ? EyeOff : Eye} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide key' : 'Reveal key'}
          </Button>
          <Button size={28} icon={Copy} onClick={copy}>
            Copy key
          </Button>
        </Row>
      </dl>
      <div className="mt-1 min-h-4">
        <ClipboardStatus />
      </div>
    </div>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-line px-3 py-1.5 not-last:border-b">
      <dt className="w-28 shrink-0 text-muted">{label}</dt>
      <dd className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-2">{children}</dd>
    </div>
  )
}
