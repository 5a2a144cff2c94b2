/** What the host gives to a call besides its arguments: calls with parts name their type. */
export interface Call<P = never> {
  signal: AbortSignal
  /** The page that asks, as a key to what is kept for it alone. */
  page: object
  part(value: P): void
}

export interface InOrganization {
  organizationId: string
}

const surviving = new WeakSet<object>()

/**
 * Marks a call whose answer is posted even where a lock came in between: it changes the session itself, or changes
 * something at the server and returns nothing decrypted. Every other answer is dropped then.
 */
export function survivesLock<F extends object>(call: F): F {
  surviving.add(call)
  return call
}

export function isSurvivingLock(call: object): boolean {
  return surviving.has(call)
}
