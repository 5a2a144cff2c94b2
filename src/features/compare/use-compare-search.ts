import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Show } from './compare-rows'

/** Which two and which part of them, in the URL. Another pair is a step of the history, another part is not. */
export function useCompareSearch() {
  const { a, b, show } = useSearch({ from: '/open/orgs/$orgId/projects/compare' })
  const navigate = useNavigate({ from: '/orgs/$orgId/projects/compare' })
  return {
    a,
    b: b === a ? undefined : b,
    show: show ?? ('a' as Show),
    setPair: (nextA: string | undefined, nextB: string | undefined) =>
      void navigate({ to: '.', search: (old) => ({ ...old, a: nextA, b: nextB }) }),
    setShow: (next: Show) =>
      void navigate({
        to: '.',
        search: (old) => ({ ...old, show: next === 'a' ? undefined : next }),
        replace: true,
      }),
  }
}
