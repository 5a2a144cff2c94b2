import { Check, Info } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { recordsOne } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { policyOfType, type KnownPolicy } from '#/domain/policy-catalog'
import { settingProblems } from '#/domain/policy-words'
import type { FoundDraft } from '#/forms/draft-keeper'
import { TextDraft } from '#/forms/TextDraft'
import type { OrganizationView } from '#/session/protocol'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Icon } from '#/ui/Icon'
import { Sheet } from '#/ui/Sheet'
import { Switch } from '#/ui/Switch'
import { canChangePolicies, canTurn, closedReason } from './can'
import { Consequences } from './Consequences'
import { LastSave } from './LastSave'
import { PolicyFields } from './PolicyFields'
import { isOnIn, type PoliciesData, type PolicyEntry } from './use-policies'
import { policyPlace, usePolicyEdit } from './use-policy-edit'

interface Props {
  organization: OrganizationView
  data: PoliciesData
  entry: PolicyEntry
  onShow: (type: number) => void
  onClose: () => void
}

/** One policy: what it does, whom it hits, its settings, and what saving does. */
export function PolicySheet(props: Props) {
  const { entry, organization, onClose } = props
  const { known } = entry
  const title = (
    <span className="flex flex-wrap items-baseline gap-x-2 py-1.5">
      <span className="min-w-0 wrap-anywhere">{known?.title ?? `Type ${entry.type}`}</span>
      <span className="font-mono text-meta font-normal text-muted">type {entry.type}</span>
    </span>
  )
  if (!known) {
    return (
      <Sheet title={title} width={440} onClose={onClose}>
        <Unknown entry={entry} />
        <LastSave organization={organization} type={entry.type} />
      </Sheet>
    )
  }
  return (
    <TextDraft place={policyPlace(organization.id, entry.type)}>
      {(found) => <Known {...props} {...{ known, title, found }} />}
    </TextDraft>
  )
}

function Unknown({ entry }: { entry: PolicyEntry }) {
  return (
    <>
      <p className="text-muted">
        A newer server or another program saved it. What it does is not known to this console, so it is shown
        as it is and cannot be changed here. It is {entry.state.enabled ? 'on' : 'off'}.
      </p>
      <h3 className="mt-5 border-b border-line-strong pb-1 font-semibold">Settings, as they were saved</h3>
      <pre
        aria-label="Raw settings"
        className="mt-2 rounded-control wrap-anywhere whitespace-pre-wrap bg-sunken p-3 font-mono text-meta/5"
      >
        {JSON.stringify(entry.state.data ?? {}, null, 2)}
      </pre>
    </>
  )
}

type KnownProps = Props & { known: KnownPolicy; title: ReactNode; found: FoundDraft<string> | null }

function Known({ organization, data, entry, known, title, found, onShow, onClose }: KnownProps) {
  const { edit, base, isTouched, wasFound, change, ...saving } = usePolicyEdit(
    organization.id,
    entry.state,
    found,
  )
  const [wasTried, setTried] = useState(false)
  const covered = useCoveredReason()
  const closed = covered || closedReason(canChangePolicies(organization))
  const isOtherOn = isOnIn(data.states)
  const isTurning = edit.enabled !== base.enabled
  const closedTurn = closedReason(canTurn(known, !base.enabled, isOtherOn))
  const problems = settingProblems(known, edit.data, edit.enabled)
  return (
    <Sheet
      title={title}
      width={440}
      onClose={onClose}
      footer={
        <Footer
          {...saving}
          isTouched={isTouched}
          label={saveLabel(isTurning, edit.enabled)}
          closed={
            closed ||
            (isTurning && closedTurn) ||
            (wasTried && problems.size > 0 && 'Correct the fields first.') ||
            (!isTouched && 'Nothing is changed.')
          }
          onSave={() => {
            setTried(true)
            if (problems.size === 0) void saving.save()
          }}
        />
      }
    >
      <p className="text-muted">{known.does}</p>
      <p className="mt-2">
        <b className="font-medium">Whom it hits:</b> {known.hits}
      </p>
      {closed && (
        <Callout className="mt-3" icon={Info}>
          {closed}
        </Callout>
      )}
      {wasFound && (
        <Callout role="status" className="mt-3">
          As you set it before; nothing was sent.
        </Callout>
      )}
      <section className="mt-5">
        <h3 className="border-b border-line-strong pb-1 font-semibold">Settings</h3>
        <Turn
          isOn={edit.enabled}
          wasOn={base.enabled}
          reason={isTurning ? false : closedTurn}
          isClosed={Boolean(closed) || saving.isSaving}
          onChange={(enabled) => change({ ...edit, enabled })}
        />
        <Needed known={known} isOtherOn={isOtherOn} onShow={onShow} />
        <PolicyFields
          policy={known}
          data={edit.data}
          base={base.data}
          problems={wasTried ? problems : new Map()}
          isClosed={Boolean(closed) || saving.isSaving}
          onChange={(next) => change({ ...edit, data: next })}
        />
      </section>
      <Consequences
        type={known.type}
        members={data.members}
        isTurningOn={isTurning && edit.enabled}
        isOn={edit.enabled}
      />
      {data.states?.some(({ type }) => type === known.type) && (
        <LastSave organization={organization} type={known.type} />
      )}
    </Sheet>
  )
}

interface TurnProps {
  isOn: boolean
  wasOn: boolean
  /** Why it cannot be turned. */
  reason: string | false
  isClosed: boolean
  onChange: (isOn: boolean) => void
}

function Turn({ isOn, wasOn, reason, isClosed, onChange }: TurnProps) {
  const id = useId()
  return (
    <div className="flex min-h-11 items-center gap-4 border-b border-line py-1.5">
      <span className="min-w-0 flex-1">
        <span id={id} className="font-medium">
          Policy
        </span>
        <span id={`${id}-says`} className="block text-meta text-muted">
          {isOn === wasOn ? (isOn ? 'On' : 'Off') : `Was ${wasOn ? 'on' : 'off'}`}
          {reason && `. ${reason}`}
        </span>
      </span>
      <Switch
        labelledBy={id}
        describedBy={`${id}-says`}
        checked={isOn}
        disabled={isClosed || Boolean(reason)}
        onChange={onChange}
      />
    </div>
  )
}

interface NeededProps {
  known: KnownPolicy
  isOtherOn: (type: number) => boolean
  onShow: (type: number) => void
}

function Needed({ known, isOtherOn, onShow }: NeededProps) {
  const needed = known.needs === undefined ? undefined : policyOfType(known.needs)
  return (
    <>
      {needed && (
        <div className="flex items-center gap-2 border-b border-line py-2">
          <span className="min-w-0 flex-1">
            {needed.title}{' '}
            {isOtherOn(needed.type) && <Icon of={Check} size={14} className="inline text-good" />}
            <span className="block text-meta text-muted">
              {isOtherOn(needed.type)
                ? 'Is on, as it must be before this one'
                : 'Must be on before this one, and is off'}
            </span>
          </span>
          <Button size={28} onClick={() => onShow(needed.type)}>
            Open
          </Button>
        </div>
      )}
      {known.wants && <p className="border-b border-line py-2 text-meta text-muted">{known.wants}</p>}
    </>
  )
}

interface FooterProps {
  isTouched: boolean
  isSaving: boolean
  hasConflict: boolean
  error: Error | null
  closed: string | false
  label: string
  discard: () => void
  onSave: () => void
}

function Footer({ isTouched, isSaving, hasConflict, error, closed, label, discard, onSave }: FooterProps) {
  return (
    <>
      {hasConflict && (
        <Callout tone="warning" role="alert" title="Somebody else saved this policy meanwhile.">
          Nothing was sent. What differs from theirs is marked; save again to put yours in its place.
        </Callout>
      )}
      {error && (
        <Callout tone="danger" role="alert" title="Not saved.">
          {error.message} Your settings are kept here.
        </Callout>
      )}
      <p className="w-full text-meta text-muted">
        <TraceLink act="changePolicy">{recordsOne('changePolicy')}</TraceLink>, a critical one. It does not
        say what changed.
      </p>
      {isTouched && <Button onClick={discard}>Discard</Button>}
      <Button
        variant={isTouched ? 'solid' : 'outlined'}
        busy={isSaving}
        disabledReason={closed}
        onClick={onSave}
      >
        {label}
      </Button>
    </>
  )
}

function saveLabel(isTurning: boolean, isOn: boolean): string {
  if (!isTurning) return 'Save settings'
  return isOn ? 'Turn the policy on' : 'Turn the policy off'
}
