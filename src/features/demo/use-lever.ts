import { useMutation, useQueryClient } from '@tanstack/react-query'
import { demoKey } from '#/data/demo'
import { announce } from '#/ui/announcer'

/** One pull of a lever; what the panel shows is read anew afterwards. */
export function useLever<A>(pull: (argument: A) => Promise<unknown>, said: (argument: A) => string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: pull,
    onSuccess: (_, argument) => {
      announce(said(argument))
      return client.invalidateQueries({ queryKey: demoKey })
    },
  })
}
