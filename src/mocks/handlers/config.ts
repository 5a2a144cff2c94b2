import type { Context, Handlers } from '#/mocks/handler'
import { toWireDate } from '#/mocks/store/stamp'

const alive = (context: Context) => ({ body: toWireDate(context.now()) })

/** The address that the request came to, without the part that belongs to the API. */
function baseOf(request: Request): string {
  return request.url.slice(0, request.url.toLowerCase().indexOf('/api/config'))
}

/** The first release of generation B that says so in its flags is newer than what was recorded. */
const versionOf = ({ switches }: Context) => (switches.versionsGeneration === 'B' ? '2026.10.0' : '2026.8.0')
const version = (context: Context) => ({ body: { version: versionOf(context) } })

export const configHandlers: Pick<
  Handlers,
  'configGet' | 'apiAlive' | 'identityAlive' | 'apiVersion' | 'identityVersion'
> = {
  apiVersion: version,
  identityVersion: version,
  apiAlive: alive,
  identityAlive: alive,
  configGet: (context) => {
    const { request, switches } = context
    const vault = baseOf(request)
    return {
      body: {
        version: versionOf(context),
        gitHash: '00000000',
        // A server of another make names itself.
        server: switches.secretsManager ? null : { name: 'Harbour server', url: 'https://server.example' },
        environment: {
          cloudRegion: null,
          vault,
          api: `${vault}/api`,
          identity: `${vault}/identity`,
          notifications: `${vault}/notifications`,
          sso: `${vault}/sso`,
        },
        featureStates: switches.versionsGeneration === 'B' ? { 'sm-1587-secrets-versioning': true } : {},
        push: { pushTechnology: 0, vapidPublicKey: null },
        communication: null,
        settings: { disableUserRegistration: false, suppressOnboardingInterstitials: false },
        object: 'config',
      },
    }
  },
}
