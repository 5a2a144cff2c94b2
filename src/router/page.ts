import { lazyRouteComponent } from '@tanstack/react-router'
import { lostPart, pageAnswers } from '#/shell/newer-version'

/**
 * The component of a route, loaded when it is wanted. Most browsers keep a part that they failed to fetch until the
 * page is loaded anew, so without network it is not asked for: it can be had once there is one. A server on this very
 * machine answers without network too.
 */
export const page: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(async () => {
    if (!navigator.onLine && !(await pageAnswers())) throw lostPart()
    return load()
  }, name)
