import { Download } from 'lucide-react'
import { useState } from 'react'
import { lowerFirst, recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { keyReceipt } from '#/domain/key-receipt'
import { downloadText } from '#/lib/download'
import type { OrganizationView } from '#/session/protocol'
import { useOpenSession } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { CopyButton } from '#/ui/CopyButton'
import type { KeyRotationState } from './use-key-rotation'

/** The only record that there is: dates, who, fingerprints; never a key. */
export function ReceiptStep({
  organization,
  state,
}: {
  organization: OrganizationView
  state: KeyRotationState
}) {
  const session = useOpenSession()
  const [writtenAt] = useState(state.serverNow)
  const { rotation, answer } = state
  if (!rotation || !session) return null
  const changedAt = answer && 'changedAt' in answer ? answer.changedAt : null
  const { name, email, userId } = session.account
  const text = keyReceipt({
    organization,
    server: session.server.host,
    person: { name, email, id: userId },
    rotation: { ...rotation, changedAt },
    writtenAt,
  })
  return (
    <>
      <p className="text-muted">
        Viewing or rotating this key{' '}
        <TraceLink act="rotateOrganizationKey">{lowerFirst(recordedAs('rotateOrganizationKey'))}</TraceLink>:
        this is the only record. It holds no key; a fingerprint is half of the SHA-256 of one, from which the
        key cannot be found.
      </p>
      <pre
        aria-label="Receipt"
        className="rounded-control border border-line-strong bg-sunken p-3 font-mono text-meta/5 wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </pre>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={Download}
          onClick={() => {
            downloadText(text, `organization-key-${organization.id.slice(0, 8)}.txt`, 'text/plain')
            state.change({ savedAt: state.serverNow() })
          }}
        >
          Save receipt
        </Button>
        <CopyButton text={text} label="Copy receipt" />
      </div>
    </>
  )
}
