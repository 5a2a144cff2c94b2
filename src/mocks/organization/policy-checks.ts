import { badRequest } from '#/mocks/handler'
import { policyTypeNames } from '#/mocks/public/policy-types'

export type PolicyData = Record<string, unknown> | null

const SINGLE_ORGANIZATION = 3

/** Types that need the single organization policy first, as the server's messages call them. */
const dependent: Record<number, string> = {
  4: 'Require single sign-on authentication',
  8: 'Account recovery administration',
  9: 'Vault timeout',
  16: 'URI match defaults',
  18: 'Automatically confirm invited users',
  20: 'Vault banner message',
}

type Shape = Record<string, 'boolean' | { min: number; max: number }>

const password: Shape = {
  minComplexity: { min: 0, max: 4 },
  minLength: { min: 12, max: 128 },
  requireLower: 'boolean',
  requireUpper: 'boolean',
  requireNumbers: 'boolean',
  requireSpecial: 'boolean',
  enforceOnLogin: 'boolean',
}

/** What the server reads of the data; all else is the clients' and goes through as it is. */
const shapes: Record<number, Shape> = {
  1: password,
  7: { disableHideEmail: 'boolean' },
  8: { autoEnrollEnabled: 'boolean' },
}

const pascal = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

export function checkPolicyData(type: number, enabled: boolean, data: PolicyData): void {
  const wrong = (text: string) =>
    badRequest(`Invalid data for ${policyTypeNames[type] ?? type} policy: ${text}`)
  for (const [name, shape] of Object.entries(shapes[type] ?? {})) {
    const value = data?.[name]
    if (value === undefined || value === null) continue
    if (typeof value !== (shape === 'boolean' ? 'boolean' : 'number'))
      throw wrong(`${name} has an invalid value.`)
    if (typeof value === 'number' && shape !== 'boolean' && (value < shape.min || value > shape.max))
      throw wrong(`The field ${pascal(name)} must be between ${shape.min} and ${shape.max}.`)
  }
  if (type !== 22 || !enabled) return
  const url = data?.rulesUrl
  if (typeof url !== 'string' || url === '') throw badRequest('RulesUrl is required.')
  if (!url.startsWith('https://')) throw badRequest('RulesUrl must use HTTPS.')
}

/** What must be on before, and what must be off. `isOn` tells of the organization's other policies. */
export function checkDependencies(type: number, enabled: boolean, isOn: (type: number) => boolean): void {
  const name = dependent[type]
  if (enabled && name !== undefined && !isOn(SINGLE_ORGANIZATION)) {
    throw badRequest(`Turn on the Single organization policy because it is required for the ${name} policy.`)
  }
  if (enabled || type !== SINGLE_ORGANIZATION) return
  const holding = Object.keys(dependent).filter((other) => isOn(Number(other)))
  if (holding.length > 1)
    throw badRequest('Turn off all of the policies that require the Single organization policy.')
  if (holding.length === 1) {
    throw badRequest(
      `Turn off the ${dependent[Number(holding[0])]} policy because it requires the Single organization policy.`,
    )
  }
}
