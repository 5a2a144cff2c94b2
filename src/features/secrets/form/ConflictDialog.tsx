import { useState } from 'react'
import { Eye, EyeOff, Pencil } from 'lucide-react'
import { useSettings } from '#/data/settings'
import {
  isDecided,
  lostForm,
  mergedSecret,
  mergeSecret,
  type Choices,
  type ConflictField,
} from '#/domain/secret-conflict'
import { oneEvent, recordsOne } from '#/domain/coverage/traces'
import type { Side } from '#/domain/three-way'
import { clockTime } from '#/domain/time-words'
import type { CallResult } from '#/session/call-types'
import { Button } from '#/ui/Button'
import { Callout } from '#/ui/Callout'
import { isKey } from '#/ui/keys'
import { Dialog } from '#/ui/Dialog'
import { closedReason, SAVING } from './closed-reason'
import { fitWords, resultWords } from './conflict-words'
import { ConflictTable } from './ConflictTable'
import { DiscardDialog } from './DiscardDialog'
import { textsOf } from './edit-base'
import type { useEditForm } from './use-edit-form'
import { MergedPreview } from './MergedPreview'
import { useAuthor } from './use-author'
import { useShown } from './use-shown'

interface Props {
  edit: ReturnType<typeof useEditForm>
  orgId: string
  /** As the server has it now. */
  theirs: CallResult<'readSecret'>
  projectName: (id: string | null) => string
}

/** Somebody saved meanwhile: three states, side by side. What fits together is taken, the rest needs a choice. */
export function ConflictDialog({ edit, orgId, theirs: current, projectName }: Props) {
  const { timeZone } = useSettings()
  const [isDiscarding, setDiscarding] = useState(false)
  const [isShown, setShown] = useShown(null)
  const [choices, setChoices] = useState<Choices>({})
  const theirs = textsOf(current)
  const fields = mergeSecret(edit.base.texts, theirs, edit.typed)
  const merged = mergedSecret(fields, theirs, edit.typed, choices)
  const author = useAuthor(orgId, current.id, current.revisionDate)
  const isReady = isDecided(fields, choices)
  const closed = !isReady ? 'Choose a side where both changed the same.' : closedReason(merged)
  const save = () => {
    if (!closed && !edit.isSaving) edit.saveMerged(merged)
  }
  function choose(field: ConflictField, index: number, side: Side) {
    setChoices((old) => withChoice(old, field, index, side))
  }

  if (isDiscarding)
    return <DiscardDialog noun="your edit" onClose={() => setDiscarding(false)} onConfirm={edit.leave} />
  return (
    <Dialog
      width={1120}
      busy={edit.isSaving}
      onClose={edit.closeConflict}
      title={`${author.name ?? 'Somebody'} saved this secret while you edited it`}
      description={`Saved at ${clockTime(Date.parse(current.revisionDate), timeZone)}; you started at ${clockTime(edit.startedAt, timeZone)}. ${author.why ? `${author.why} ` : ''}Nothing of yours is lost and nothing is saved yet. ${fitWords(fields)}`}
      footerStart={
        <span role="status">
          <span className="block text-body text-text">
            <b className="font-semibold">Result:</b> {resultWords(fields, choices)}
          </span>
          {recordsOne('readSecret')} and one {oneEvent('changeSecret')}.
        </span>
      }
      footer={
        <>
          <Button
            variant="danger"
            disabledReason={edit.isSaving && SAVING}
            onClick={() => setDiscarding(true)}
          >
            Discard my edit
          </Button>
          <Button onClick={edit.closeConflict}>Keep editing</Button>
          <Button
            icon={Pencil}
            disabledReason={!isReady && 'Choose a side where both changed the same.'}
            onClick={() => edit.editMerged(merged)}
          >
            Edit the result
          </Button>
          <Button variant="solid" keyCap="Ctrl ↵" busy={edit.isSaving} disabledReason={closed} onClick={save}>
            Save merged secret
          </Button>
        </>
      }
    >
      <div
        role="presentation"
        className="flex flex-col gap-3"
        onKeyDown={(event) => {
          if (isKey('save', event) && !event.repeat) save()
        }}
      >
        {isReady && lostForm(edit.base.texts.value, theirs.value, edit.typed.value, merged.value) && (
          <Callout tone="warning" role="status" title="The merged value is no longer JSON.">
            Choose otherwise, or keep editing and put it right by hand.
          </Callout>
        )}
        <ShowValues isShown={isShown} setShown={setShown} />
        <ConflictTable
          fields={fields}
          texts={{ base: edit.base.texts, theirs, yours: edit.typed }}
          theirName={author.name ?? 'Somebody else'}
          isShown={isShown}
          choices={choices}
          onChoose={choose}
          projectName={projectName}
        />
        {isReady && <MergedPreview merged={merged} isShown={isShown} projectName={projectName} />}
      </div>
    </Dialog>
  )
}

function withChoice(old: Choices, field: ConflictField, index: number, side: Side): Choices {
  const made = [...(old[field] ?? [])]
  made[index] = side
  return { ...old, [field]: made }
}

function ShowValues({ isShown, setShown }: { isShown: boolean; setShown: (isShown: boolean) => void }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span className="text-meta text-muted">
        {isShown ? 'Values are shown while this is open' : 'Values are hidden until you ask'}
      </span>
      <Button
        size={28}
        data-autofocus
        icon={isShown ? EyeOff : Eye}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide the values' : 'Show the values'}
      </Button>
    </div>
  )
}
