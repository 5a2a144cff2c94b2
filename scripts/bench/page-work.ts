import type { Page } from '@playwright/test'

interface TraceEvent {
  name: string
  cat: string
  pid: number
  tid: number
  ts: number
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

const CATEGORIES = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing']

/** The longest block of the page's thread while something happens. */
export async function longestBlock(page: Page, happens: () => Promise<unknown>): Promise<Block> {
  return (await longestBlocks(page, happens)).whole
}

/** The same, and once more for tasks only that begin after a `performance.mark` of this name. */
export async function longestBlocks(
  page: Page,
  happens: () => Promise<unknown>,
  mark?: string,
): Promise<{ whole: Block; sinceMark: Block }> {
  const browser = page.context().browser()
  if (!browser) throw new Error('Only a page of a browser of our own can be traced.')
  await browser.startTracing(page, { categories: CATEGORIES })
  await happens()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const { traceEvents: events } = trace
  const tasks = tasksOf(events, new URL(page.url()).origin)
  if (tasks.length === 0) throw new Error('The trace has no task of the page.')
  const from = events.find(({ name, cat }) => name === mark && cat.includes('user_timing'))?.ts ?? Infinity
  return { whole: longest(tasks), sinceMark: longest(tasks.filter(({ ts }) => ts >= from)) }
}

function tasksOf(events: TraceEvent[], origin: string): TraceEvent[] {
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
  return events.filter(({ name, pid, tid }) => name === 'RunTask' && threads.has(`${pid}/${tid}`))
}

function longest(tasks: TraceEvent[]): Block {
  const most = (of: (task: TraceEvent) => number) =>
    tasks.reduce((longestSoFar, task) => Math.max(longestSoFar, of(task)), 0) / 1000
  return { work: most(({ tdur = 0 }) => tdur), clock: most(({ dur = 0 }) => dur) }
}
