import type { Page } from '@playwright/test'
import { attachToWorker, type Target } from './worker'

/**
 * Which of the texts are anywhere in the memory of a page or worker after it was cleared up, by a heap snapshot. It
 * holds every string, of no matter what object; the bytes of buffers are not in it, nor can the protocol read them.
 */
async function remembered(target: Target, texts: readonly string[]): Promise<string[]> {
  const parts: string[] = []
  target.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => parts.push(chunk))
  await target.send('HeapProfiler.enable')
  await target.send('HeapProfiler.collectGarbage')
  await target.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  const { strings } = JSON.parse(parts.join('')) as { strings: string[] }
  return texts.filter((text) => strings.some((string) => string.includes(text)))
}

export async function rememberedByPage(page: Page, texts: readonly string[]): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page)
  try {
    const target: Target = {
      send: (method, params) => cdp.send(method as 'Runtime.evaluate', params as never),
      on: (event, hear) => void cdp.on(event as 'HeapProfiler.addHeapSnapshotChunk', hear as never),
    }
    return await remembered(target, texts)
  } finally {
    await cdp.detach()
  }
}

export async function rememberedByWorker(page: Page, texts: readonly string[]): Promise<string[]> {
  const { target, detach } = await attachToWorker(page)
  try {
    return await remembered(target, texts)
  } finally {
    await detach()
  }
}
