import { queryOptions } from '@tanstack/react-query'

/*
 * The demo's levers: the imitation server's own `/__mock` endpoints. Reached from code that is built into the demo
 * only; the build of `dist/` proves that nothing of it is there.
 */

async function control<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`${import.meta.env.BASE_URL}__mock/${path}`, init)
  if (!response.ok) throw new Error(`The demo's server did not answer to ${path} (${response.status}).`)
  return (await response.json()) as T
}

const send = <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
  control<T>(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })

export interface DemoPersona {
  id: string
  name: string
  email: string
  password: string
  role: string
  shows: string
  organization: string | null
  secondFactor?: 'authenticator' | 'email'
}

export interface DemoFault {
  fault: string
  times?: number
  ms?: number
  retryAfter?: number
  value?: string
}

export interface DemoSwitches {
  tokenLifetime: number
  versionsGeneration: 'A' | 'B'
  secretsManager: boolean
  newDeviceVerification: boolean
}

interface Mail {
  id: string
  to: string
  subject: string
  body: string
  date: string
}

interface Codes {
  authenticators: { email: string; code: string }[]
  mailed: { email: string; code: string; purpose: string; date: string }[]
}

interface LogEntry {
  time: string
  method: string
  path: string
  status: number
  ms: number
}

const KEY = 'demo'

/** Asked again while in view: requests of other tabs and one-time faults change it too. */
const live = <T>(path: string, every = 2_000) =>
  queryOptions({
    queryKey: [KEY, path],
    queryFn: () => control<T>(path),
    refetchInterval: every,
    gcTime: 0,
  })

export const demoKey = [KEY] as const
export const demoPersonasQuery = () =>
  queryOptions({
    queryKey: [KEY, 'personas'],
    queryFn: () => control<DemoPersona[]>('personas'),
    staleTime: Infinity,
  })
export const demoFaultsQuery = () => live<DemoFault[]>('faults')
export const demoSwitchesQuery = () => live<DemoSwitches>('switches', 10_000)
export const demoMailQuery = () => live<Mail[]>('mailbox')
export const demoCodesQuery = () => live<Codes>('codes')
export const demoLogQuery = () => live<LogEntry[]>('log')
export const demoNowQuery = () => live<{ now: string }>('now', 10_000)

export const addDemoFault = (fault: DemoFault) => send('POST', 'faults', fault)
export const clearDemoFault = (name: string) => send('DELETE', `faults?fault=${encodeURIComponent(name)}`)
export const clearDemoFaults = () => send('DELETE', 'faults')
export const changeDemoSwitches = (change: Partial<DemoSwitches>) => send('PUT', 'switches', change)
export const emptyDemoLog = () => send('DELETE', 'log')
/** Milliseconds that the server's clock is put forward. */
export const moveDemoClock = (offset: number) => send('PUT', 'now', { offset })
export const realDemoClock = () => send('PUT', 'now', { now: null })
export const resetDemo = () => send('POST', 'reset')

// Whom the panel wants signed in. The card on the sign-in page takes it up, since a second step may follow there.
let wanted: DemoPersona | null = null
const listeners = new Set<() => void>()

export const wantedPersona = {
  get: () => wanted,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  set: (persona: DemoPersona | null): void => {
    wanted = persona
    for (const listener of listeners) listener()
  },
}
