import { useOpenSession } from '#/session/use-session'
import { useNow } from '#/ui/use-now'

/** The server's clock, as far as it told it: tokens end by that one, whatever this machine believes. Epoch ms. */
export function useServerNow(everyMs?: number): number {
  const skew = useOpenSession()?.server.clockSkew ?? 0
  return useNow(everyMs) - skew
}
