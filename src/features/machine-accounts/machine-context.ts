import { createContext, useContext } from 'react'
import type { useQuery } from '@tanstack/react-query'
import type { MachineFacts } from '#/data/machine-accounts'
import type { OrganizationView } from '#/session/protocol'
import type { MachineRow } from './machine-row'

export interface MachinePageContext {
  organization: OrganizationView
  machine: MachineRow
  facts: ReturnType<typeof useQuery<MachineFacts>>
  /** The server's clock. */
  now: number
}

export const MachineContext = createContext<MachinePageContext | null>(null)

/** For the tabs of one machine account: its page has loaded what they are about. */
export function useMachinePage(): MachinePageContext {
  const context = useContext(MachineContext)
  if (!context) throw new Error('A tab of a machine account outside of its page.')
  return context
}
