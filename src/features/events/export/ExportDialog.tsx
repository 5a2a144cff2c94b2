import { Download } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { recordedAs } from '#/domain/coverage/traces'
import { spanWordsOf } from '#/features/events/view/span-words'
import type { EventsView } from '#/features/events/view/use-events-view'
import { counted } from '#/lib/counted'
import { useCoveredReason } from '#/session/use-session'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { ExportChoice } from './ExportChoice'
import { ExportProgress } from './ExportProgress'
import { ExportSaved } from './ExportSaved'
import { FORMATS, type FormatWords } from './formats'
import { saveManifest, useExport } from './use-export'

interface Props {
  view: EventsView
  onClose: () => void
}

/** Exactly what is shown, as a file: says before what will be in it and what is missing. One dialog from choice to receipt. */
export default function ExportDialog({ view, onClose }: Props) {
  const { zone, query, names } = view
  const [format, setFormat] = useState<FormatWords>(FORMATS[0])
  const { state, start, cancel } = useExport()
  const closed = useClosed(view)
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
    description: whatWords(view),
    onClose,
    footerStart: `${recordedAs('readEvents')}.`,
    footer: (
      <>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="solid"
          icon={Download}
          disabledReason={closed}
          onClick={() => void start(format, { ...query, timeZone: zone }, names)}
        >
          Export {counted(view.answer?.matched ?? 0, 'event')}
        </Button>
      </>
    ),
    children: <ExportChoice {...{ view, state, format }} onFormat={setFormat} />,
  })
}

function useClosed({ answer, isSettling }: EventsView): string | false {
  const covered = useCoveredReason()
  if (covered) return covered
  if (!answer || answer.matched === 0) return 'No event matches: there is nothing to save.'
  return isSettling && 'Names are still being read. A moment.'
}

function whatWords({ answer, zone, zoom, range }: EventsView): string {
  const which = answer !== null && answer.matched === answer.inRange ? 'all' : 'what matches'
  const when = `${spanWordsOf(zoom ?? range, zone)} ${zone === 'utc' ? 'UTC' : 'local time'}`
  return `What is shown, newest first: ${which} of ${when}, not only the rows in view.`
}
