import type { Page } from '@playwright/test'

interface TraceEvent {
  name: string
  cat: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args?: { name?: string; data?: { frames?: { url: string; processId?: number }[] } }
}

/** The longest task of a page's own thread, in milliseconds. */
export interface Block {
  /** The thread's own time: what a busy machine takes from it is no fault of the page's. */
  work: number
  /** As a clock sees it. */
  clock: number
}

const CATEGORIES = ['disabled-by-default-devtools.timeline', 'devtools.timeline']

/** The longest block of the page's thread while something happens. */
export async function longestBlock(page: Page, happens: () => Promise<unknown>): Promise<Block> {
  const browser = page.context().browser()
  if (!browser) throw new Error('Only a page of a browser of our own can be traced.')
  await browser.startTracing(page, { categories: CATEGORIES })
  await happens()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  return longestTask(trace.traceEvents, new URL(page.url()).origin)
}

function longestTask(events: TraceEvent[], origin: string): Block {
  const processes = new Set(
    events
      .filter(({ name }) => name === 'TracingStartedInBrowser')
      .flatMap(({ args }) => args?.data?.frames ?? [])
      .filter(({ url }) => url.startsWith(origin))
      .map(({ processId }) => processId),
  )
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .filter(({ pid }) => processes.has(pid))
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid}/${tid}`))
  if (tasks.length === 0) throw new Error('The trace has no task of the page.')
  const longest = (of: (task: TraceEvent) => number) =>
    tasks.reduce((most, task) => Math.max(most, of(task)), 0) / 1000
  return { work: longest(({ tdur = 0 }) => tdur), clock: longest(({ dur = 0 }) => dur) }
}
