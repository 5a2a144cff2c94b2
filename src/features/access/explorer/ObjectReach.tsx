import { Link } from '@tanstack/react-router'
import { errorReport } from '#/api/error-report'
import type { AccessMap } from '#/domain/access/access-map'
import { EffectiveTable } from '#/features/access/EffectiveTable'
import { nameOf } from '#/features/access/names'
import type { Names } from '#/features/access/names'
import { ProofSheet } from '#/features/access/ProofSheet'
import { rowOfSecret, secretName, secretProject } from '#/session/secret-columns'
import { Button } from '#/ui/Button'
import { buttonClass } from '#/ui/button-class'
import { ErrorPanel } from '#/ui/ErrorPanel'
import { linkClass } from '#/ui/link-class'
import { SkeletonRows } from '#/ui/Skeleton'
import type { Explorer } from './build-explorer'
import { ExportReach } from './ExportReach'
import { whoCsv, whoReaches } from './explorer-csv'
import { useObjectMap } from './use-object-map'
import type { ReachTarget } from './use-object-map'

interface Props {
  orgId: string
  explorer: Explorer
  target: ReachTarget
  onProof: (principal: string) => void
}

/** Who can reach one secret, or use one machine account: its own grants are read now, those of its project with it. */
export function ObjectReach({ orgId, explorer, target, onProof }: Props) {
  const { state, map, access } = useObjectMap(orgId, target)
  if (state.status === 'failed') {
    return (
      <ErrorPanel
        title="Who can reach it could not be read"
        text={`${state.error.message} Who has access is not known because of that.`}
        details={errorReport(state.error)}
        onRetry={state.retry}
        retryBusy={state.isRetrying}
      />
    )
  }
  if (!map || !access) return <SkeletonRows rows={8} label="Loading who can reach it" />
  const name = targetName(explorer, target)
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-4">
        <p className="min-w-0 wrap-anywhere">
          <TargetLink {...{ orgId, target }} name={name} />
          {placeWords(explorer, target)}
        </p>
        <ExportReach
          count={whoReaches(map, access.names, target.id).length}
          rows={() => whoCsv(map, access.names, target, name)}
          target={target}
        />
      </div>
      <EffectiveTable
        before={map}
        after={map}
        target={target.id}
        names={access.names}
        isEdited={false}
        onProof={onProof}
      />
    </>
  )
}

interface ObjectProofProps extends Omit<Props, 'onProof'> {
  principal: string
  onWhat: () => void
  onClose: () => void
}

/** Why somebody reaches it, with the ways on from there. */
export function ObjectProof(props: ObjectProofProps) {
  const { map, access } = useObjectMap(props.orgId, props.target)
  if (!map?.rows.has(props.principal) || !access) return null
  return <KnownProof {...props} map={map} names={access.names} />
}

function KnownProof({
  orgId,
  explorer,
  target,
  principal,
  map,
  names,
  onWhat,
  onClose,
}: ObjectProofProps & { map: AccessMap; names: Names }) {
  return (
    <ProofSheet
      {...{ map, names, principal, onClose }}
      target={target.id}
      targetName={targetName(explorer, target)}
      footer={
        <>
          <Button onClick={onWhat}>What {nameOf(names, principal)} can reach</Button>
          <TargetLink {...{ orgId, target }} name="Change grants" className={buttonClass()} />
        </>
      }
    />
  )
}

function TargetLink({
  orgId,
  target: { kind, id },
  name,
  className = linkClass,
}: Pick<Props, 'orgId' | 'target'> & { name: string; className?: string }) {
  return kind === 'secret' ? (
    <Link to="/orgs/$orgId/secrets/$secretId/access" params={{ orgId, secretId: id }} className={className}>
      {name}
    </Link>
  ) : (
    <Link
      to="/orgs/$orgId/machine-accounts/$machineId/people"
      params={{ orgId, machineId: id }}
      className={className}
    >
      {name}
    </Link>
  )
}

function targetName({ names, columns }: Explorer, { kind, id }: ReachTarget): string {
  if (kind === 'machine') return nameOf(names, id)
  return secretName(columns, rowOfSecret(columns, id)) ?? `Secret ${id.slice(0, 8)}`
}

function placeWords({ names, columns }: Explorer, { kind, id }: ReachTarget): string {
  if (kind === 'machine') return ' is a machine account; whoever uses it reads what it reads.'
  const project = secretProject(columns, rowOfSecret(columns, id))
  if (!project) return ' is a secret in no project.'
  return ` is a secret in ${nameOf(names, project.id)}.`
}
