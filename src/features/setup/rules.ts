/** The rules of `scripts/headers.mjs` and `scripts/deploy/rules.mjs`, put in by the build (`vite.config.ts`). */
export interface Rules {
  headers: Readonly<Record<string, string>>
  /** Stands in the lines where the server's address belongs. */
  exampleServer: string
  nginx: { passed: readonly string[]; headers: Readonly<Record<string, string>>; files: readonly string[] }
  caddy: { passed: readonly string[]; headers: Readonly<Record<string, string>>; files: readonly string[] }
}

export function builtInRules(): Rules {
  const given: unknown = import.meta.env['VITE_PROXY_RULES']
  return JSON.parse(String(given)) as Rules
}
