import { Download } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { recordedAs } from '#/domain/coverage/traces'
import { TraceLink } from '#/forms/TraceLink'
import { counted } from '#/lib/counted'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { ExportChoice } from './ExportChoice'
import { ExportProgress } from './ExportProgress'
import { ExportSaved } from './ExportSaved'
import type { ExportWish } from './export-wish'
import { FORMATS, type FormatWords } from './formats'
import { saveManifest, useExport } from './use-export'

interface Props {
  wish: ExportWish
  onClose: () => void
}

/** Exactly what is shown, as a file: says before what will be in it and what is missing. One dialog from choice to receipt. */
export default function ExportDialog({ wish, onClose }: Props) {
  const [format, setFormat] = useState<FormatWords>(FORMATS[0])
  const { state, start, cancel } = useExport()
  const closed = useClosed(wish)
  const frame = (parts: ComponentProps<typeof Dialog>) => <Dialog width={640} {...parts} />

  if (state.phase === 'running')
    return frame({
      title: 'Exporting events',
      isHeld: true,
      onClose: cancel,
      footerStart: 'A lock or leaving the page ends it, and nothing is saved.',
      footer: (
        <Button autoFocus onClick={cancel}>
          Cancel export
        </Button>
      ),
      children: <ExportProgress {...state} />,
    })
  if (state.phase === 'saved') {
    const { file } = state
    return frame({
      title: 'Events exported',
      onClose,
      footer: (
        <>
          {!file.isPack && (
            <Button icon={Download} onClick={() => saveManifest(file)}>
              Save manifest again
            </Button>
          )}
          <Button variant="solid" autoFocus onClick={onClose}>
            Done
          </Button>
        </>
      ),
      children: <ExportSaved file={file} />,
    })
  }
  return frame({
    title: 'Export events',
    description: wish.what,
    onClose,
    footerStart: <TraceLink act="readEvents">{recordedAs('readEvents')}.</TraceLink>,
    footer: (
      <>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="solid"
          icon={Download}
          disabledReason={closed}
          onClick={() => void start(format, wish.request, wish.names)}
        >
          Export {counted(wish.count, 'event')}
        </Button>
      </>
    ),
    children: <ExportChoice {...{ wish, state, format }} onFormat={setFormat} />,
  })
}

function useClosed({ count, isSettling }: ExportWish): string | false {
  const covered = useCoveredReason()
  if (covered) return covered
  if (count === 0) return 'No event matches: there is nothing to save.'
  return isSettling && 'Names are still being read. A moment.'
}
