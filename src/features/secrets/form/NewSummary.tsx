import type { SecretTexts } from '#/domain/secret-conflict'
import { FactList } from '#/ui/FactList'
import { MaskedValue } from '#/ui/MaskedValue'
import { sizeWords } from './size-words'
import { useProjectNames } from './use-project-names'

interface Props {
  orgId: string
  typed: SecretTexts
  mustHaveProject: boolean
}

/** What will be saved of a new secret: the value by its size alone. */
export function NewSummary({ orgId, typed, mustHaveProject }: Props) {
  const projectName = useProjectNames(orgId, null)
  const { name, value, note, projectId } = typed
  const dash = <span className="text-muted">–</span>
  return (
    <div>
      <h2 id="will-be-saved" className="mb-2 text-section font-semibold">
        What will be saved
      </h2>
      <FactList
        facts={[
          { label: 'Name', value: name ? <span className="font-mono">{name}</span> : dash },
          { label: 'Value', value: value ? <MaskedValue isInline /> : dash, note: value && sizeWords(value) },
          {
            label: 'Project',
            value: projectId === null && mustHaveProject ? dash : projectName(projectId),
            note: projectId === null && !mustHaveProject && 'Owners and admins alone can read it',
          },
          { label: 'Note', value: note ? sizeWords(note) : dash },
        ]}
      />
    </div>
  )
}
