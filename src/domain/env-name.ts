export interface EnvName {
  id: string
  /** A name that shells, CI systems and Kubernetes take: letters, digits and underscores, no digit first. */
  variable: string
  /** What had to be done to the name of the secret; null: nothing. */
  change: 'spelled' | 'reserved' | 'clash' | null
}

/** Variables that programs obey: a secret of this name would change what runs. */
const RESERVED =
  /^(?:PATH|HOME|SHELL|USER|PWD|IFS|ENV|BASH_ENV|TERM|LANG|CI|NODE_OPTIONS|PYTHONPATH|PYTHONSTARTUP|PERL5LIB|RUBYOPT|JAVA_TOOL_OPTIONS|BWS_.*|LD_.*|DYLD_.*|GITHUB_.*|RUNNER_.*|CI_.*|GITLAB_.*|KUBERNETES_.*)$/i

/**
 * Names of secrets as environment variables, each of its own: what cannot stand in one becomes an underscore, what
 * programs obey gets `SECRET_` before it, and of two that come out alike the later gets a number. Case is kept, but
 * two that differ in case alone count as alike, since Windows takes them for one.
 */
export function envNames(secrets: readonly { id: string; name: string | null }[]): EnvName[] {
  const taken = new Set<string>()
  return secrets.map(({ id, name }) => {
    const plain = (name ?? '')
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^A-Za-z0-9_]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
    const spelled = plain === '' ? `SECRET_${id.slice(0, 8)}` : /^\d/.test(plain) ? `_${plain}` : plain
    const safe = RESERVED.test(spelled) ? `SECRET_${spelled}` : spelled
    let variable = safe
    for (let n = 2; taken.has(variable.toLowerCase()); n += 1) variable = `${safe}_${n}`
    taken.add(variable.toLowerCase())
    const change =
      variable !== safe ? 'clash' : safe !== spelled ? 'reserved' : variable === name ? null : 'spelled'
    return { id, variable, change }
  })
}

/** Why a variable is not the name itself, to stand behind "is spelled". */
export const envNameChanges: Record<Exclude<EnvName['change'], null>, string> = {
  spelled: 'so that it is a valid variable',
  reserved: 'since programs obey that variable',
  clash: 'since another comes out alike',
}
