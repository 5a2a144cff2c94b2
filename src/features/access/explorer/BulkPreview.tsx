import type { Difference } from '#/domain/access/compare'
import { Callout } from '#/ui/Callout'
import { nameOf } from '#/features/access/names'
import type { Names } from '#/features/access/names'
import { previewOfMany, previewSentence } from '#/features/access/preview'

/** Listed by name; the rest is counted. */
const LISTED = 8

/** What the chosen changes make of everybody's access, before anything is sent. */
export function BulkPreview({
  differences,
  names,
  closing,
}: {
  differences: readonly Difference[]
  names: Names
  /** Projects that afterwards only owners and admins can write. */
  closing: readonly string[]
}) {
  return (
    <section aria-label="What it changes" className="flex flex-col gap-2 border-t border-line-strong pt-3">
      <p className="font-semibold" role="status">
        {previewSentence(previewOfMany(differences, names))}
      </p>
      {differences.length > 0 && (
        <ul className="text-meta text-muted">
          {differences.slice(0, LISTED).map((difference) => (
            <li key={difference.principal} className="wrap-anywhere">
              <span className="text-text">{nameOf(names, difference.principal)}</span>{' '}
              {differenceWords(difference)}
            </li>
          ))}
          {differences.length > LISTED && <li>and {differences.length - LISTED} more</li>}
        </ul>
      )}
      {closing.length > 0 && (
        <Callout tone="warning" title="The last right to write goes.">
          As far as your account is told, only owners and admins can then change{' '}
          {closing.map((id) => nameOf(names, id)).join(', ')} or its access.
        </Callout>
      )}
    </section>
  )
}

/** "loses read in 2 projects (61 secrets)". Secrets are those that the viewer can read. */
function differenceWords({ targets, secrets }: Difference): string {
  const part = (verb: string, bit: number, isGain: boolean, count: number) => {
    const projects = targets.filter(({ before, after }) =>
      isGain ? after & bit && !(before & bit) : before & bit && !(after & bit),
    ).length
    if (projects === 0) return []
    return [
      `${verb} in ${projects} ${projects === 1 ? 'project' : 'projects'} (${count} ${count === 1 ? 'secret' : 'secrets'})`,
    ]
  }
  return [
    ...part('loses read', 1, false, secrets.losesRead),
    ...part('loses write', 2, false, secrets.losesWrite),
    ...part('gains read', 1, true, secrets.gainsRead),
    ...part('gains write', 2, true, secrets.gainsWrite),
  ].join(', ')
}
