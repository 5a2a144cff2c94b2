// Servers of another make speak the same tongue about people and know nothing of Secrets Manager.

const secretsManagerPaths =
  /^\/api\/(?:(?:secrets|secret-versions|projects|service-accounts|sm|request-access|organization)\/|organizations\/[^/]+\/(?:secrets|projects|service-accounts|access-policies|sm-counts)(?:\/|$))/i

export const isOfSecretsManager = (path: string): boolean => secretsManagerPaths.test(path)

const flags = new Set(['useSecretsManager', 'accessSecretsManager'])

/** An answer as such a server gives it: every flag of Secrets Manager is off. */
export function withoutSecretsManager(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutSecretsManager)
  if (body === null || typeof body !== 'object') return body
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      flags.has(name) ? false : withoutSecretsManager(value),
    ]),
  )
}
