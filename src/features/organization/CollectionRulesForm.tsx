import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { changeCollectionRules } from '#/data/organization'
import type { CollectionRules } from '#/session/organization-types'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Switch } from '#/ui/Switch'
import { showToast } from '#/ui/toast-store'

interface Rule {
  key: keyof CollectionRules
  title: string
  on: string
  off: string
  /** Codes of its event: on, off. */
  codes: readonly [number, number]
}

const RULES: readonly Rule[] = [
  {
    key: 'allowAdminAccessToAllCollectionItems',
    title: 'Owners and admins manage every collection',
    on: 'They open and change all items and rights, also where nobody gave them a right.',
    off: 'They reach only what they were given, and each collection needs somebody who can manage it.',
    codes: [1616, 1617],
  },
  {
    key: 'limitCollectionCreation',
    title: 'Only owners and admins make collections',
    on: 'Others cannot make any.',
    off: 'Every member can make collections.',
    codes: [1610, 1611],
  },
  {
    key: 'limitCollectionDeletion',
    title: 'Only owners and admins delete collections',
    on: 'Who can manage a collection cannot delete it.',
    off: 'Who can manage a collection can delete it.',
    codes: [1612, 1613],
  },
  {
    key: 'limitItemDeletion',
    title: 'Only who can manage deletes items',
    on: 'Who can edit cannot delete items.',
    off: 'Who can edit can delete items too.',
    codes: [1614, 1615],
  },
]

/** Four switches that are saved together, as the server wants them. */
export function CollectionRulesForm({ orgId, rules }: { orgId: string; rules: CollectionRules }) {
  const client = useQueryClient()
  const saving = useMutation(changeCollectionRules(client, orgId))
  const [wanted, setWanted] = useState(rules)
  const changed = RULES.filter(({ key }) => wanted[key] !== rules[key])
  const codes = changed.map(({ key, codes: [on, off] }) => (wanted[key] ? on : off))
  return (
    <div className="max-w-160">
      <ul>
        {RULES.map((rule) => (
          <RuleRow
            key={rule.key}
            rule={rule}
            isOn={wanted[rule.key]}
            onChange={(isOn) => setWanted({ ...wanted, [rule.key]: isOn })}
          />
        ))}
      </ul>
      {saving.error && (
        <Callout tone="danger" role="alert" title="Not saved." className="mt-3">
          {saving.error.message} What you chose is kept here.
        </Callout>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <span className="mr-auto text-meta text-muted">
          {changed.length === 0
            ? 'Each switch that changes is recorded (1610 to 1617).'
            : `Recorded as ${codes.join(', ')}. Tokens already issued keep their rights until they are renewed.`}
        </span>
        {changed.length > 0 && <Button onClick={() => setWanted(rules)}>Discard</Button>}
        <Button
          variant={changed.length > 0 ? 'solid' : 'outlined'}
          busy={saving.isPending}
          disabledReason={changed.length === 0 && 'Nothing is changed.'}
          onClick={() => {
            // By the promise: what is read anew takes this form away before the callbacks of a mutation run.
            void saving.mutateAsync(wanted).then(
              () => showToast('Rules saved'),
              () => undefined,
            )
          }}
        >
          {changed.length < 2 ? 'Save rule' : `Save ${changed.length} rules`}
        </Button>
      </div>
    </div>
  )
}

interface RowProps {
  rule: Rule
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function RuleRow({ rule, isOn, onChange }: RowProps) {
  const id = useId()
  return (
    <li className="flex items-center gap-4 border-b border-line py-2">
      <span className="min-w-0 flex-1">
        <span id={id} className="font-medium">
          {rule.title}
        </span>
        <span id={`${id}-says`} className="block text-meta text-muted">
          {isOn ? rule.on : rule.off}
        </span>
      </span>
      <Switch labelledBy={id} describedBy={`${id}-says`} checked={isOn} onChange={onChange} />
    </li>
  )
}
