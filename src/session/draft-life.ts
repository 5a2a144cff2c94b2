/** How long a draft that nobody opens is kept, in milliseconds from its last sealing. */
export const DRAFT_KEPT_FOR = 7 * 24 * 60 * 60_000

/** Where a sealed draft waits: on the device, or in the worker's memory where the browser stores nothing. */
export type KeptIn = 'device' | 'memory'
