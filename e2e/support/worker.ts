import type { CDPSession, Page } from '@playwright/test'

interface Target {
  targetId: string
  type: string
  url: string
  browserContextId?: string
}

/** The browser context of a page: a worker of the test before may not have ended yet. */
async function contextOf(page: Page): Promise<string | undefined> {
  const cdp = await page.context().newCDPSession(page)
  const { targetInfo } = (await cdp.send('Target.getTargetInfo')) as { targetInfo: Target }
  await cdp.detach()
  return targetInfo.browserContextId
}

/**
 * Runs an expression in the session's shared worker and gives its value. Playwright's own clock and evaluate do not
 * reach a shared worker, the protocol of the browser does.
 */
async function evaluateInWorker(page: Page, expression: string): Promise<unknown> {
  const context = await contextOf(page)
  const cdp = await page.context().browser()?.newBrowserCDPSession()
  if (!cdp) throw new Error('The page has no browser.')
  try {
    const { targetInfos } = (await cdp.send('Target.getTargets')) as { targetInfos: Target[] }
    const [worker, ...others] = targetInfos.filter(
      ({ type, browserContextId }) => type === 'shared_worker' && browserContextId === context,
    )
    if (!worker || others.length > 0) throw new Error(`${others.length} shared workers too many, or none.`)
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: worker.targetId })
    return await evaluate(cdp, sessionId, expression)
  } finally {
    await cdp.detach()
  }
}

async function evaluate(cdp: CDPSession, sessionId: string, expression: string): Promise<unknown> {
  const answer = new Promise<string>((resolve) => {
    cdp.on('Target.receivedMessageFromTarget', (event) => {
      // The worker may also tell of events of its own.
      const isAnswer = event.sessionId === sessionId && 'id' in (JSON.parse(event.message) as object)
      if (isAnswer) resolve(event.message)
    })
  })
  const params = { expression, returnByValue: true, awaitPromise: true }
  await cdp.send('Target.sendMessageToTarget', {
    sessionId,
    message: JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }),
  })
  const { result, error } = JSON.parse(await answer) as {
    result?: { result: { value?: unknown }; exceptionDetails?: { text: string } }
    error?: { message: string }
  }
  if (error ?? result?.exceptionDetails) {
    throw new Error(error?.message ?? result?.exceptionDetails?.text ?? 'The worker threw.')
  }
  return result?.result.value
}

/** Moves the worker's clock forward: what a machine that slept for a while does to it. */
export async function ageWorker(page: Page, ms: number): Promise<void> {
  await evaluateInWorker(page, `{ const now = Date.now.bind(Date); Date.now = () => now() + ${ms} }`)
}
