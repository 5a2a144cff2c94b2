import { useCallback, useEffect, useRef, useState } from 'react'
import { exportEvents } from '#/data/event-export'
import type { EventNames } from '#/domain/events/names'
import { downloadText } from '#/lib/download'
import { openSink, type FileSink } from '#/lib/save-file'
import type { ExportEnd, ExportRequest } from '#/session/export-types'
import { session } from '#/session/session'
import { showToast } from '#/ui/toast-store'
import { fileNameOf, type FormatWords } from './formats'

export type SavedFile = ExportEnd & { count: number; name: string; isStreamed: boolean; isPack: boolean }

export type ExportPhase =
  | { phase: 'idle' }
  | { phase: 'running'; name: string; share: number; count: number; beganAt: number; now: number }
  | { phase: 'cancelled' }
  | { phase: 'failed'; message: string }
  | { phase: 'saved'; file: SavedFile }

/** Between two drawings of the progress. */
const DRAW_EVERY = 100

/** One export at a time. It ends with the dialog: what is not whole is not kept. */
export function useExport() {
  const [state, setState] = useState<ExportPhase>({ phase: 'idle' })
  const running = useRef<AbortController | null>(null)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      running.current?.abort()
    }
  }, [])

  const start = useCallback(
    async (
      format: FormatWords,
      request: Omit<ExportRequest, 'nameless' | 'fileName' | 'format'>,
      names: EventNames,
    ) => {
      // Pressed twice: one window of the system is enough.
      if (running.current) return
      const abort = new AbortController()
      running.current = abort
      try {
        const sink = await openSink({
          name: fileNameOf(format, Date.now()),
          description: format.label,
          type: format.type,
        })
        if (!sink) return
        const follow = progressOf(sink.name, setState)
        const end = await exportEvents(
          { ...request, format: format.value },
          { names, sink, signal: abort.signal, onShare: follow },
        )
        const file = savedOf(sink, end, format.value === 'pack')
        if (!file.isPack) saveManifest(file)
        setState({ phase: 'saved', file })
      } catch (error) {
        if (isGone.current) tellCutOff()
        else if (abort.signal.aborted) setState({ phase: 'cancelled' })
        else setState({ phase: 'failed', message: error instanceof Error ? error.message : String(error) })
      } finally {
        running.current = null
      }
    },
    [],
  )
  return { state, start, cancel: useCallback(() => running.current?.abort(), []) }
}

function progressOf(name: string, show: (state: ExportPhase) => void) {
  const beganAt = performance.now()
  let drawnAt = beganAt
  show({ phase: 'running', name, share: 0, count: 0, beganAt, now: beganAt })
  return (share: number, count: number) => {
    const now = performance.now()
    if (now - drawnAt < DRAW_EVERY) return
    drawnAt = now
    show({ phase: 'running', name, share, count, beganAt, now })
  }
}

const savedOf = ({ name, isStreamed }: FileSink, end: ExportEnd & { count: number }, isPack: boolean) => ({
  ...end,
  ...{ name, isStreamed, isPack },
})

export const manifestName = ({ name }: SavedFile): string => `${name}.manifest.json`

export const saveManifest = (file: SavedFile): void =>
  downloadText(file.manifest.text, manifestName(file), 'application/json')

/** The dialog is gone, and with it the place where this would stand. It is read when the console is open again. */
function tellCutOff(): void {
  const isOpen = session.state?.phase === 'open'
  showToast(
    isOpen
      ? 'The export ended with the page that was left. Nothing of it was saved.'
      : 'The console was locked in the middle of an export. Nothing of it was saved.',
    { tone: 'danger' },
  )
}
