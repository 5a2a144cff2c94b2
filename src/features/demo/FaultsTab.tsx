import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import {
  addDemoFault,
  changeDemoSwitches,
  clearDemoFault,
  clearDemoFaults,
  demoFaultsQuery,
  demoSwitchesQuery,
  type DemoSwitches,
} from '#/data/demo'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { Segmented } from '#/ui/Segmented'
import { FAULTS, type FaultLever } from './faults'
import { Lever } from './Lever'
import { LoadState } from './LoadState'
import { useLever } from './use-lever'

export function FaultsTab() {
  const faults = useQuery(demoFaultsQuery())
  const turn = useLever(
    ({ lever, isOn }: { lever: FaultLever; isOn: boolean }) =>
      isOn ? addDemoFault(lever.fault) : clearDemoFault(lever.fault.fault),
    ({ lever, isOn }) => `${lever.label}: ${isOn ? 'on' : 'off'}.`,
  )
  const clear = useLever(
    () => clearDemoFaults(),
    () => 'All faults are off.',
  )
  const error = turn.error ?? clear.error
  if (!faults.data) return <LoadState query={faults} label="faults" />
  const active = new Set(faults.data.map(({ fault }) => fault))
  return (
    <>
      {error && (
        <Callout tone="danger" role="alert" className="mb-2">
          {error.message}
        </Callout>
      )}
      <ul className="border-t border-line">
        {FAULTS.map((lever) => (
          <Lever
            key={lever.fault.fault}
            label={lever.label}
            note={lever.note}
            isOn={active.has(lever.fault.fault)}
            onChange={(isOn) => turn.mutate({ lever, isOn })}
          />
        ))}
      </ul>
      <Button
        size={28}
        className="mt-3"
        busy={clear.isPending}
        disabledReason={active.size === 0 && 'No fault is on.'}
        onClick={() => clear.mutate(undefined)}
      >
        Turn all faults off
      </Button>
      <ServerSwitches />
    </>
  )
}

const LIFETIMES = ['30', '120', '3600'] as const

function ServerSwitches() {
  const switches = useQuery(demoSwitchesQuery())
  const change = useLever(
    (wish: Partial<DemoSwitches>) => changeDemoSwitches(wish),
    () => 'The server follows the new setting.',
  )
  if (!switches.data) return null
  const { newDeviceVerification, secretsManager, tokenLifetime, versionsGeneration } = switches.data
  const lifetime = LIFETIMES.find((seconds) => Number(seconds) === tokenLifetime) ?? '3600'
  return (
    <section aria-labelledby="demo-server" className="mt-6">
      <h3 id="demo-server" className="mb-1 font-semibold">
        How the server is set up
      </h3>
      <ul>
        <Lever
          label="New devices need a code"
          note="A browser that the server does not know is asked for a mailed code"
          isOn={newDeviceVerification}
          onChange={(isOn) => change.mutate({ newDeviceVerification: isOn })}
        />
        <Lever
          label="Without Secrets Manager"
          note="As a server of another make: people, groups, collections and the log alone. Sign in again to see it"
          isOn={!secretsManager}
          onChange={(isOn) => change.mutate({ secretsManager: !isOn })}
        />
        <Choice
          label="Life of an access token"
          value={lifetime}
          options={[
            { value: '30', label: '30 seconds' },
            { value: '120', label: '2 minutes' },
            { value: '3600', label: '1 hour' },
          ]}
          onChange={(seconds) => change.mutate({ tokenLifetime: Number(seconds) })}
        />
        <Choice
          label="History of versions as written by"
          value={versionsGeneration}
          options={[
            { value: 'A', label: 'Older servers (A)' },
            { value: 'B', label: 'Newer servers (B)' },
          ]}
          onChange={(generation) => change.mutate({ versionsGeneration: generation })}
        />
      </ul>
      {change.error && (
        <Callout tone="danger" role="alert" className="mt-2">
          {change.error.message}
        </Callout>
      )}
    </section>
  )
}

function Choice<T extends string>(
  props: Pick<ComponentProps<typeof Segmented<T>>, 'label' | 'value' | 'options' | 'onChange'>,
) {
  return (
    <li className="border-b border-line py-2">
      <Segmented {...props} showLabel size={28} />
    </li>
  )
}
