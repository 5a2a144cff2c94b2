import { mutationOptions } from '@tanstack/react-query'
import { session } from '#/session/session'
import type { CallArguments, CallPart } from '#/session/call-types'

interface Wish {
  groups: CallArguments<'compareValues'>['groups']
  signal: AbortSignal
  onPart: (part: CallPart<'compareValues'>) => void
}

/** Reads secrets (each one recorded) and tells which of them have equal values; the values stay in the worker. */
export function compareValues(organizationId: string) {
  return mutationOptions({
    gcTime: 0,
    mutationFn: ({ groups, signal, onPart }: Wish) =>
      session.call('compareValues', { organizationId, groups }, { signal, onPart }),
  })
}
