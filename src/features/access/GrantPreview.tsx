import type { PolicyTarget } from '#/session/access-types'
import { Button } from '#/ui/Button'
import { Sheet } from '#/ui/Sheet'
import { TraceLink } from '#/forms/TraceLink'
import { RECORDED_WORDS } from './grant-words'
import type { Names } from './names'
import { previewSentence } from './preview'
import { ConflictNotice, SaveRefused } from './PreviewNotices'
import { PreviewActs, PreviewBody } from './PreviewPanel'
import type { useGrantEdit } from './use-grant-edit'
import type { useGrantSave } from './use-grant-save'

interface Props {
  target: PolicyTarget
  edit: ReturnType<typeof useGrantEdit>
  saving: ReturnType<typeof useGrantSave>
  names: Names
  /** A column where there is room, else a line that opens it as a sheet. */
  place: 'beside' | 'sheet' | 'bar'
  onOpen: () => void
  onClose: () => void
}

/** "Before you save": comes with the first change and goes with the last. */
export function GrantPreview({ target, edit, saving, names, place, onOpen, onClose }: Props) {
  const count = edit.changes.size
  const recorded = RECORDED_WORDS[target.kind]
  if (place === 'bar') {
    return (
      <div className="flex shrink-0 flex-wrap items-center gap-2 self-end border-t border-line-strong bg-chrome px-4 py-2 max-xl:w-full">
        <p className="min-w-0 flex-1 max-sm:basis-full">
          {target.kind !== 'granted' && previewSentence(edit.preview)}
        </p>
        <Button variant="solid" onClick={onOpen}>
          Review {count} {count === 1 ? 'change' : 'changes'}
        </Button>
      </div>
    )
  }
  const body = (
    <PreviewBody
      preview={edit.preview}
      after={edit.after}
      names={names}
      target={target.id}
      changeCount={count}
      readAt={edit.readAt}
      reads={saving.reads}
      risks={saving.risks}
      recorded={
        <>
          {recorded.before}
          <TraceLink act={recorded.act}>{recorded.said}</TraceLink>
          {recorded.after}
        </>
      }
      isOfMachine={target.kind === 'granted'}
      notice={
        <>
          <ConflictNotice ids={saving.conflicts} rows={edit.rows} names={names} />
          <SaveRefused error={saving.error} half={saving.half} />
        </>
      }
    />
  )
  const acts = <PreviewActs saving={saving} changeCount={count} />
  if (place === 'sheet') {
    return (
      <Sheet title="Before you save" footer={acts} onClose={onClose}>
        {body}
      </Sheet>
    )
  }
  return (
    <aside
      aria-label="Before you save"
      className="flex w-92 shrink-0 flex-col border-l border-line-strong bg-chrome"
    >
      <h2 className="px-4 pt-4 text-section font-semibold">Before you save</h2>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">{body}</div>
      <footer className="border-t border-line-strong px-4 py-3">{acts}</footer>
    </aside>
  )
}
