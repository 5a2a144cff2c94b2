import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/error'
import { pageMemory } from './page-memory'

/** Reads are tried once more when the network failed; a status is an answer and is not asked for again. */
function isWorthRetrying(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiError && error.kind === 'network'
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: isWorthRetrying,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Each entry, once nobody looks at it, waits five minutes for its own end and holds till then what it was given. */
function forget(): void {
  const entries = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()]
  for (const entry of entries) {
    entry.destroy()
    entry.gcTime = Infinity
  }
  queryClient.clear()
}

pageMemory.add({
  forget,
  retry: () => void queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' }),
})
