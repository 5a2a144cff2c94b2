import { z } from '#/lib/zod'
import { date, sent, tag } from './common'
import { endpoint } from './endpoint'

const text = z.nullable(z.string())

const config = z.object({
  version: z.string(),
  gitHash: sent(text),
  /** Null on Bitwarden's own servers; others name themselves. */
  server: sent(z.nullable(z.object({ name: z.string(), url: z.string() }))),
  environment: z.object({
    cloudRegion: sent(text),
    vault: sent(text),
    api: sent(text),
    identity: sent(text),
    notifications: sent(text),
    sso: sent(text),
    fillAssistRules: z.optional(z.string()),
  }),
  featureStates: sent(z.nullable(z.record(z.string(), z.unknown()))),
  push: sent(z.nullable(z.object({ pushTechnology: z.int(), vapidPublicKey: text }))),
  communication: sent(
    z.nullable(
      z.object({
        bootstrap: z.object({ type: z.string(), idpLoginUrl: text, cookieName: text, cookieDomain: text }),
      }),
    ),
  ),
  settings: sent(
    z.nullable(
      z.object({ disableUserRegistration: z.boolean(), suppressOnboardingInterstitials: sent(z.boolean()) }),
    ),
  ),
  object: tag('config'),
})

/** The text says that it exists and what it was like once; it was never recorded. */
const version = z.object({ version: z.string() })

export const configEndpoints = {
  configGet: endpoint({ method: 'GET', path: '/api/config', response: config, anonymous: true }),
  apiAlive: endpoint({ method: 'GET', path: '/api/alive', response: date, anonymous: true }),
  identityAlive: endpoint({ method: 'GET', path: '/identity/alive', response: date, anonymous: true }),
  apiVersion: endpoint({ method: 'GET', path: '/api/version', response: version, anonymous: true }),
  identityVersion: endpoint({ method: 'GET', path: '/identity/version', response: version, anonymous: true }),
}

export type Config = z.output<typeof config>
