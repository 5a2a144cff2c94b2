/**
 * The demo's levers: the imitation server's own `/__mock` endpoints. Reached from code that is built into the demo
 * only; the build of `dist/` proves that nothing of it is there.
 */
async function control<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/__mock/${path}`, init)
  if (!response.ok) throw new Error(`The demo's server did not answer to ${path} (${response.status}).`)
  return (await response.json()) as T
}

export interface DemoPersona {
  name: string
  email: string
  password: string
  role: string
  shows: string
}

export const demoPersonas = () => control<DemoPersona[]>('personas')
