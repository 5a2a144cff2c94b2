import { useQuery } from '@tanstack/react-query'
import { ShieldQuestion } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorReport } from '#/api/error-report'
import { draftQuery } from '#/forms/draft-query'
import { grantableProjectsQuery } from '#/data/access'
import type { PolicyTarget } from '#/session/access-types'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { SkeletonRows } from '#/ui/Skeleton'
import { EffectiveTable } from './EffectiveTable'
import { GrantForm } from './GrantForm'
import { readGrantDraft } from './grant-edit'
import { ProofSheet } from './ProofSheet'
import { AccessMap } from '#/domain/access/access-map'
import { useObjectAccess } from './use-object-access'
import type { ObjectAccess } from './use-object-access'

export interface GrantEditorProps {
  orgId: string
  target: PolicyTarget
  /** Path of the page, under which the draft is kept. */
  place: string
  /** As the page calls it. */
  name: string
  /** Ways back for somebody who may not see the grants. */
  wayBack: ReactNode
}

/**
 * Grants of one object, and who can really reach it: of a project, a secret, a machine account, or the projects of a
 * machine account. One part for all four, so that a save is checked the same way everywhere.
 */
export function GrantEditor(props: GrantEditorProps) {
  const { orgId, target, place } = props
  const [groups, setGroups] = useState<readonly string[]>([])
  const state = useObjectAccess(orgId, target, groups)
  const waiting = useQuery(draftQuery(place))
  const grantable = useQuery({ ...grantableProjectsQuery(orgId), enabled: target.kind === 'granted' })

  if (state.status === 'failed') {
    return (
      <ErrorPanel
        title="The access could not be shown"
        text={`${state.error.message} Who has access is not known because of that; nobody lost any.`}
        details={errorReport(state.error)}
        onRetry={state.retry}
        retryBusy={state.isRetrying}
      />
    )
  }
  if (state.status === 'loading' || waiting.isPending || grantable.isLoading)
    return <SkeletonRows rows={8} label="Loading access" />
  if (state.access.list.status === 'refused')
    return <NotTold {...props} access={state.access} onAgain={state.readAgain} />
  const content = readGrantDraft(waiting.data?.content)
  const found = waiting.data && content ? { ...waiting.data, startedAt: content.startedAt, content } : null
  return (
    <GrantForm
      {...props}
      access={state.access}
      found={found}
      grantable={grantable.data ?? []}
      onGroups={setGroups}
      readAgain={state.readAgain}
    />
  )
}

/** The server refuses the list: what is certain all the same is shown, the rest is "not known". */
function NotTold({
  target,
  name,
  wayBack,
  access,
  onAgain,
}: GrantEditorProps & { access: ObjectAccess; onAgain: () => void }) {
  const [proof, setProof] = useState<string | null>(null)
  const map = new AccessMap(access.factsWith([]))
  return (
    <div className="flex h-full min-h-0 flex-1">
      <div className="min-w-0 flex-1 overflow-y-auto">
        <EmptyState
          icon={ShieldQuestion}
          title="You are not permitted to see who has access"
          text="The server tells the grants only to those who can write here: owners, admins, and people with “can read and write”. It does not mean that nobody has access."
          actions={
            <>
              <Button onClick={onAgain}>Read again</Button>
              {wayBack}
            </>
          }
        />
        {target.kind !== 'granted' && (
          <EffectiveTable
            before={map}
            after={map}
            target={target.id}
            names={access.names}
            isEdited={false}
            onProof={setProof}
          />
        )}
      </div>
      {proof && (
        <ProofSheet
          map={map}
          names={access.names}
          principal={proof}
          target={target.id}
          targetName={name}
          onClose={() => setProof(null)}
        />
      )}
    </div>
  )
}
