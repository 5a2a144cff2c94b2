import { createContext, use } from 'react'
import type { OrganizationView } from '#/session/protocol'
import type { SecretFacts } from './use-secret-row'

export interface SecretPageContext {
  organization: OrganizationView
  secret: SecretFacts
}

/** The object of the page, for its tabs: they are routes of their own. */
export const SecretContext = createContext<SecretPageContext | null>(null)

export function useSecretPage(): SecretPageContext {
  const context = use(SecretContext)
  if (!context) throw new Error('A tab of the secret stands outside of its page.')
  return context
}
