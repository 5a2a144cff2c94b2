import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useId } from 'react'
import { testKey, viewKey } from '#/data/organization-key'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Dialog } from '#/ui/Dialog'
import { CheckRows, testChecks } from './CheckRows'
import { KeyBox } from './KeyBox'
import { ProofForm } from './ProofForm'
import { useMemberCount } from './use-member-count'

interface Props {
  organization: OrganizationView
  intent: 'view' | 'test'
  /** Nobody has asked for a key yet: asking makes one. */
  isFirst: boolean
  onClose: () => void
}

/** The key behind password or code; with the test, what the server says to it. */
export function KeyDialog({ organization, intent, isFirst, onClose }: Props) {
  const formId = useId()
  const client = useQueryClient()
  const view = useMutation(viewKey(client, organization.id))
  const test = useMutation(testKey(organization.id))
  const members = useMemberCount(organization.id)
  const run = (key: string) => test.mutate({ key, withRead: true })
  const isTested = test.isPending || test.data !== undefined || test.error !== null
  const close = isFirst ? 'Make and show key' : intent === 'view' ? 'Show key' : 'Test key'
  return (
    <Dialog
      title={intent === 'view' ? 'View the organization API key' : 'Test the organization API key'}
      description={
        intent === 'view'
          ? 'Whoever has it can invite, change and remove members, owners too.'
          : 'Exchanges the key for a token and reads the members with it, from this page.'
      }
      width={view.data ? 720 : 480}
      busy={view.isPending}
      onClose={onClose}
      footerStart="Viewing and testing leave no event."
      footer={
        view.data ? (
          <>
            <Button icon={FlaskConical} busy={test.isPending} onClick={() => run(view.data.key)}>
              {isTested ? 'Test again' : 'Test key'}
            </Button>
            <Button variant="solid" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => !view.isPending && onClose()}>Cancel</Button>
            <Button type="submit" form={formId} variant="solid" busy={view.isPending}>
              {close}
            </Button>
          </>
        )
      }
    >
      {view.data ? (
        <div className="flex flex-col gap-4">
          <KeyBox organizationId={organization.id} secret={view.data.key} />
          <p className="text-meta text-muted">
            Fingerprint <span className="font-mono wrap-anywhere">{view.data.fingerprint}</span>, which tells
            two keys apart and gives none away.
          </p>
          {isTested && (
            <section aria-label="Test" aria-busy={test.isPending}>
              <CheckRows checks={testChecks(test.data ?? null, test.isPending, members)} />
              <p role="status" className="mt-1 text-meta text-muted">
                {test.data?.exchange.ok &&
                  'The token of this test lives for an hour. This page forgets it at once.'}
              </p>
              {test.error && (
                <Callout tone="danger" role="alert">
                  {test.error.message}
                </Callout>
              )}
            </section>
          )}
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          {isFirst && (
            <Callout tone="warning" title="This organization has no key yet.">
              Asking for it makes one, also where the password turns out to be wrong.
            </Callout>
          )}
          <ProofForm
            formId={formId}
            busy={view.isPending}
            error={view.error}
            onProof={(proof) => view.mutate(proof, { onSuccess: ({ key }) => intent === 'test' && run(key) })}
          />
        </div>
      )}
    </Dialog>
  )
}
