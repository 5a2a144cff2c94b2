import { listNames, namelessByKind } from '#/domain/events/export/export-names'
import type { EventNames } from '#/domain/events/names'
import { breathe } from '#/lib/breathe'
import type { FileSink } from '#/lib/save-file'
import type { ExportEnd, ExportRequest } from '#/session/export-types'
import { session } from '#/session/session'

interface Options {
  names: EventNames
  sink: FileSink
  signal: AbortSignal
  onShare: (share: number, count: number) => void
}

/**
 * Writes what matches to a file, as the worker makes it. Whatever ends it before the last byte, nothing of it stays.
 * Reading the log and exporting it is recorded nowhere.
 */
export async function exportEvents(
  request: Omit<ExportRequest, 'nameless' | 'fileName'>,
  { names, sink, signal, onShare }: Options,
): Promise<ExportEnd & { count: number }> {
  try {
    const lots: string[][] = []
    const { id, count } = await session.call(
      'openEventExport',
      { ...request, fileName: sink.name, nameless: namelessByKind(names) },
      { signal, onPart: (keys) => lots.push(keys) },
    )
    for (const keys of lots) {
      await session.call('nameEventExport', { id, list: listNames(keys, names) })
      await breathe()
    }
    const read = () => session.call('readEventExport', { id })
    const aborted = rejectionOf(signal)
    let coming = read()
    for (;;) {
      const chunk = await coming
      signal.throwIfAborted()
      // The next one is made while this one is written.
      if (!chunk.end) {
        coming = read()
        // Told where it is waited for.
        coming.catch(() => undefined)
      }
      // A disk that does not answer must not keep the person from cancelling.
      await Promise.race([sink.write(chunk.bytes), aborted])
      onShare(chunk.share, count)
      if (!chunk.end) continue
      signal.throwIfAborted()
      await sink.close()
      return { ...chunk.end, count }
    }
  } catch (error) {
    await sink.drop()
    throw error
  } finally {
    session.call('closeEventExport', null).catch(() => undefined)
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  const rejection = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  rejection.catch(() => undefined)
  return rejection
}
