import type { SecretTexts } from '#/domain/secret-conflict'
import { FactList } from '#/ui/FactList'
import { MaskedValue } from '#/ui/MaskedValue'
import { RevealedValue } from '#/ui/RevealedValue'
import { sizeWords } from './size-words'

interface Props {
  merged: SecretTexts
  isShown: boolean
  projectName: (id: string | null) => string
}

/** What saving would write, put together; the value only while values are shown. */
export function MergedPreview({ merged, isShown, projectName }: Props) {
  const { name, value, note, projectId } = merged
  const left = <span className="text-muted">stays as it is, not decrypted</span>
  return (
    <section aria-label="Result of the merge" className="rounded-control border border-line-strong p-3">
      <h3 className="mb-2 font-semibold">Result</h3>
      <FactList
        facts={[
          { label: 'Name', value: name === null ? left : <span className="font-mono">{name}</span> },
          {
            label: 'Value',
            value: value === null ? left : isShown ? sizeWords(value) : <MaskedValue isInline />,
            note: value !== null && !isShown && sizeWords(value),
          },
          { label: 'Project', value: projectName(projectId) },
          {
            label: 'Note',
            value: note === null ? left : <span className="whitespace-pre-wrap">{note || 'empty'}</span>,
          },
        ]}
      />
      {isShown && value !== null && <RevealedValue className="mt-2" label="Merged value" text={value} />}
    </section>
  )
}
