import type { Page } from '@playwright/test'

interface TargetInfo {
  targetId: string
  type: string
  browserContextId?: string
}

/** What answers commands of the browser's protocol and tells of its events. */
export interface Target {
  send(method: string, params?: object): Promise<unknown>
  on(event: string, hear: (params: never) => void): void
}

interface Message {
  id?: number
  result?: unknown
  error?: { message: string }
  method?: string
  params?: never
}

/** The browser context of a page: a worker of the test before may not have ended yet. */
async function contextOf(page: Page): Promise<string | undefined> {
  const cdp = await page.context().newCDPSession(page)
  const { targetInfo } = (await cdp.send('Target.getTargetInfo')) as { targetInfo: TargetInfo }
  await cdp.detach()
  return targetInfo.browserContextId
}

/**
 * The session's shared worker, as the protocol of the browser reaches it: Playwright's own clock and evaluate do not.
 */
export async function attachToWorker(page: Page): Promise<{ target: Target; detach: () => Promise<void> }> {
  const context = await contextOf(page)
  const cdp = await page.context().browser()?.newBrowserCDPSession()
  if (!cdp) throw new Error('The page has no browser.')
  const { targetInfos } = (await cdp.send('Target.getTargets')) as { targetInfos: TargetInfo[] }
  const [worker, ...others] = targetInfos.filter(
    ({ type, browserContextId }) => type === 'shared_worker' && browserContextId === context,
  )
  if (!worker || others.length > 0) throw new Error(`${others.length} shared workers too many, or none.`)
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: worker.targetId })
  const waiting = new Map<number, (message: Message) => void>()
  const hearing = new Map<string, (params: never) => void>()
  cdp.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return
    const message = JSON.parse(event.message) as Message
    // The worker also tells of events of its own.
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else if (message.method !== undefined) hearing.get(message.method)?.(message.params as never)
  })
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    const id = waiting.size + 1
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve))
    await cdp.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    })
    const { result, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
  return {
    target: { send, on: (event, hear) => void hearing.set(event, hear) },
    detach: () => cdp.detach(),
  }
}

/** Moves the worker's clock forward: what a machine that slept for a while does to it. */
export async function ageWorker(page: Page, ms: number): Promise<void> {
  const { target, detach } = await attachToWorker(page)
  try {
    const expression = `{ const now = Date.now.bind(Date); Date.now = () => now() + ${ms} }`
    const { exceptionDetails } = (await target.send('Runtime.evaluate', { expression })) as {
      exceptionDetails?: { text: string }
    }
    if (exceptionDetails) throw new Error(exceptionDetails.text)
  } finally {
    await detach()
  }
}
