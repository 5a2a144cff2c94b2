import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Equal } from 'lucide-react'
import { useMemo, useState } from 'react'
import { oneEvent } from '#/domain/coverage/traces'
import { secretListQuery } from '#/data/secrets'
import { useSecretPage } from '#/features/secrets/secret-context'
import { secretAt } from '#/features/secrets/secret-row'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Dialog } from '#/ui/Dialog'
import { linkClass } from '#/ui/link-class'
import { Segmented } from '#/ui/Segmented'
import { TextField } from '#/ui/TextField'
import { counted } from '#/lib/counted'
import { useTwins, type Twins } from './use-twins'

const costWords = (events: number) =>
  `Records one ${oneEvent('readSecret')} for each of ${counted(events, 'secret')} under your name: this one and each other.`

/** Looks for the same value in other secrets, blind: what it reads it says first, and shows none of it. */
export function SameValueDialog({ onClose }: { onClose: () => void }) {
  const { organization, secret } = useSecretPage()
  const { data: list } = useQuery(secretListQuery(organization.id))
  const [scope, setScope] = useState<'project' | 'all'>(secret.project ? 'project' : 'all')
  const [text, setText] = useState('')
  const others = useMemo(() => {
    if (!list) return []
    const wanted = text.trim().toLowerCase()
    return Array.from({ length: list.count }, (_, row) => secretAt(list, row)).filter(
      (other) =>
        other.id !== secret.id &&
        (scope === 'all' || other.project?.id === secret.project?.id) &&
        (wanted === '' || other.name?.toLowerCase().includes(wanted) === true),
    )
  }, [list, scope, text, secret])
  const events = others.length + 1

  const { progress, found, error, run, stop } = useTwins()
  return (
    <Dialog
      width={640}
      title="Is this value used elsewhere?"
      description="Values are compared here in the browser by a keyed hash; none of them is shown. The organization’s export is not used for it."
      onClose={onClose}
      footerStart={
        progress ? (
          <span role="status">
            {progress.done} of {progress.of} read
          </span>
        ) : (
          costWords(events)
        )
      }
      footer={
        progress ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <>
            <Button onClick={onClose}>Close</Button>
            <Button
              variant="solid"
              icon={Equal}
              disabledReason={others.length === 0 && 'No other secret is chosen.'}
              onClick={() =>
                run({
                  organizationId: organization.id,
                  secretId: secret.id,
                  otherIds: others.map(({ id }) => id),
                })
              }
            >
              Read and compare {counted(others.length, 'secret')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {secret.project && (
          <Segmented
            label="Where to look"
            showLabel
            options={[
              { value: 'project', label: 'This project' },
              { value: 'all', label: 'All secrets' },
            ]}
            value={scope}
            onChange={setScope}
          />
        )}
        <TextField
          label="Only names that contain"
          mono
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {error && (
          <Callout tone="danger" role="alert" title="They could not be compared.">
            {error.message} What was read until then is recorded.
          </Callout>
        )}
        {found && <Found twins={found} others={others} />}
      </div>
    </Dialog>
  )
}

function Found({ twins, others }: { twins: Twins; others: { id: string; name: string | null }[] }) {
  const { organization } = useSecretPage()
  const same = others.filter(({ id }) => twins.equal.includes(id))
  const unread =
    twins.unreadable.length > 0
      ? `${counted(twins.unreadable.length, 'value')} cannot be decrypted: of these nothing is known.`
      : ''
  if (same.length === 0) {
    return (
      <Callout tone="good" role="status" title={`In no other of ${counted(twins.compared, 'value')}.`}>
        {unread}
      </Callout>
    )
  }
  return (
    <Callout
      tone="warning"
      role="status"
      title={`The same value stands in ${counted(same.length, 'other secret')}.`}
    >
      {unread}
      <span className="mt-2 flex flex-col gap-1">
        {same.map(({ id, name }) => (
          <Link
            key={id}
            to="/orgs/$orgId/secrets/$secretId"
            params={{ orgId: organization.id, secretId: id }}
            className={`${linkClass} font-mono wrap-anywhere`}
          >
            {name ?? `Secret ${id.slice(0, 8)}`}
          </Link>
        ))}
      </span>
    </Callout>
  )
}
