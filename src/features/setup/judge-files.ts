import type { Answer } from '#/api/probe'

/** What a missing header leaves open. */
export const withoutHeader: Readonly<Record<string, string>> = {
  'Content-Security-Policy': 'workers run without a policy, and other sites may put the page into a frame',
  'Referrer-Policy': 'old browsers may tell other sites the address of a page',
  'X-Content-Type-Options': 'a file may be run as what it is not',
  'X-Frame-Options': 'old browsers may show the page in a frame',
  'Cross-Origin-Opener-Policy': 'a site that opens the console keeps a hold of its window',
  'Cross-Origin-Resource-Policy': 'other sites may load its files',
  'Permissions-Policy': 'camera, location and other devices are not closed to the page',
}

/** The same value, perhaps said by two proxies, perhaps with a place for reports. */
function isSame(found: string, wanted: string): boolean {
  const plain = found.replace(/; report-uri [^;,]*/g, '')
  return plain === wanted || plain.split(wanted).join('').replace(/[,\s]/g, '') === ''
}

/** Names of the headers that an answer lacks or has otherwise. */
export function wrongHeaders({ headers }: Answer, wanted: Readonly<Record<string, string>>) {
  const missing: string[] = []
  const different: string[] = []
  for (const [name, value] of Object.entries(wanted)) {
    const found = headers[name.toLowerCase()]
    if (found === undefined) missing.push(name)
    else if (!isSame(found, value)) different.push(name)
  }
  return { missing, different }
}

export interface ServedFiles {
  page: Answer
  script: Answer
  worker: Answer
  /** An address of the app that is no file. */
  deepLink: Answer
  /** A script that is not there. */
  absent: Answer
}

/** What is wrong with how files are served, in sentences; empty where nothing is. */
export function fileFaults({ page, script, worker, deepLink, absent }: ServedFiles): string[] {
  const cacheOf = ({ headers }: Answer) => headers['cache-control'] ?? ''
  const isAsked = /no-cache|no-store|max-age=0/.test(cacheOf(page))
  const isKept = [script, worker].every((each) => /immutable|max-age=\d{5,}/.test(cacheOf(each)))
  const isScript = (answer: Answer) => /javascript/.test(answer.type)
  const faults: string[] = []
  if (!isAsked)
    faults.push('The page may be kept by browsers: after an update it asks for files that are gone.')
  if (!isKept) faults.push('Files with a hash in their name are fetched again at each visit.')
  if (!isScript(script) || !isScript(worker))
    faults.push('A script of the console does not come as a script.')
  if (deepLink.status !== 200 || deepLink.type !== 'text/html')
    faults.push('An address inside the console is not answered with the page: reload and links fail.')
  if (absent.status !== 404)
    faults.push(
      'A missing script is answered with a page instead of 404: after an update, errors speak of syntax.',
    )
  return faults
}
