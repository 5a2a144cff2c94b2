import { mayManagePolicies, type AdministrationFacts } from '#/domain/rights'
import type { KnownPolicy } from '#/domain/policy-catalog'
import { dependentsOf, policyOfType } from '#/domain/policy-catalog'
import type { Verdict } from '#/domain/verdict'
import { maySessionWrite } from '#/session/only-reads'

export function canChangePolicies(organization: AdministrationFacts): Verdict {
  const mayWrite = maySessionWrite()
  return mayWrite === true ? mayManagePolicies(organization) : mayWrite
}

/** What the server would refuse for another policy's sake (organization-api.md 5, "Dependencies"). */
export function canTurn(policy: KnownPolicy, isOn: boolean, isOtherOn: (type: number) => boolean): Verdict {
  const needed = policy.needs === undefined ? undefined : policyOfType(policy.needs)
  if (isOn && needed && !isOtherOn(needed.type)) return { no: `“${needed.title}” must be on first.` }
  if (isOn) return true
  const [first, ...others] = dependentsOf(policy.type, isOtherOn)
  if (!first) return true
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return { no: `“${first.title}”${more} must be turned off first: it depends on this one.` }
}

export const closedReason = (verdict: Verdict): string | false => verdict !== true && verdict.no
