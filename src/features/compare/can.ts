import { projectName, type Snapshot } from './use-comparison'

/** Says which of the two is not there any more, or false. */
export function goneReason(gone: { a: boolean; b: boolean }, { a, b }: Snapshot): string | false {
  const names = [...(gone.a ? [projectName(a)] : []), ...(gone.b ? [projectName(b)] : [])]
  if (names.length === 0) return false
  const was = names.length === 1 ? 'was' : 'were'
  return `${names.join(' and ')} ${was} deleted meanwhile, or you may not read ${names.length === 1 ? 'it' : 'them'} any more.`
}
