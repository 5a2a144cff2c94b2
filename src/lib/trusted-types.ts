interface Policy {
  createScriptURL(url: string): string
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy
}

let policy: Policy | undefined

/**
 * Blesses the address of one of our own worker files. Under `require-trusted-types-for 'script'` browsers take no
 * plain string there; anything that is not of this origin is refused.
 */
export function ownScriptUrl(url: string): string {
  const absolute = new URL(url, location.href)
  if (absolute.origin !== location.origin) throw new Error('Scripts are loaded from this origin only.')
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  if (!factory) return absolute.href
  policy ??= factory.createPolicy('strongroom', { createScriptURL: (own) => own })
  return policy.createScriptURL(absolute.href)
}
