import type { Answer } from '#/api/probe'
import { counted } from '#/lib/counted'
import type { Finding } from './finding'
import { fileFaults, withoutHeader, wrongHeaders } from './judge-files'
import { fileLines, headerLines } from './lines'
import type { StepContext } from './questions'

const isDev = import.meta.env.DEV

const tookOf = (answers: readonly Answer[]) => Math.max(...answers.map(({ took }) => took))

const dev = (took: number): Finding => ({
  tone: 'pass',
  title: 'Served for development',
  text: 'The development server relaxes headers and rules on purpose; look at the built console.',
  facts: [],
  took,
})

/** The page's own headers, and those of its script and worker: a worker takes the policy of its own file. */
export function judgeHeaders({ answers, rules }: StepContext): Finding {
  const served = [
    ['the page', answers.page],
    ['scripts', answers.script],
    ['the worker', answers.worker],
  ] as const
  const took = tookOf(served.map(([, answer]) => answer))
  if (isDev) return dev(took)
  const found = served.map(([name, answer]) => ({ name, ...wrongHeaders(answer, rules.headers) }))
  const names = Object.keys(rules.headers)
  const wrong = names.filter((name) =>
    found.some(({ missing, different }) => missing.includes(name) || different.includes(name)),
  )
  const server = answers.page.headers['server']
  const facts: [string, string][] = found.map(({ name, missing, different }) => [
    `With ${name}`,
    [
      missing.length > 0 && `missing: ${missing.join(', ')}`,
      different.length > 0 && `different: ${different.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; ') || 'all as they should be',
  ])
  const common = { facts, took, ...(server && { saidBy: server }) }
  if (wrong.length === 0) {
    return {
      tone: 'pass',
      title: 'All headers are there',
      text: `${names.length} headers with the page, its scripts and its worker.`,
      ...common,
    }
  }
  return {
    tone: 'warn',
    title: `${counted(wrong.length, 'header')} of ${names.length} ${wrong.length === 1 ? 'is' : 'are'} missing or different`,
    text: `Without ${wrong.length === 1 ? 'it' : 'them'}: ${wrong.map((name) => withoutHeader[name] ?? name).join('; ')}.`,
    advice:
      'The page carries most of its policy in itself, so it works. Send the headers with every file, scripts of workers too. A host that can send none cannot be mended; choose another for production.',
    lines: headerLines(rules, wrong),
    ...common,
  }
}

/** Cache rules, addresses of the app, scripts that are not there. */
export function judgeFiles({ answers, rules }: StepContext): Finding {
  const took = tookOf([answers.page, answers.script, answers.worker, answers.deepLink, answers.absent])
  if (isDev) return dev(took)
  const faults = fileFaults(answers)
  const cacheOf = ({ headers }: Answer) => headers['cache-control'] ?? 'no Cache-Control'
  const facts = [
    ['The page', cacheOf(answers.page)],
    ['Scripts', cacheOf(answers.script)],
    ['An address inside', `${answers.deepLink.status}, ${answers.deepLink.type || 'no type'}`],
    ['A missing script', `${answers.absent.status}, ${answers.absent.type || 'no type'}`],
  ] as const
  if (faults.length === 0) {
    return {
      tone: 'pass',
      title: 'Files are served as they should be',
      text: 'Hashed files are kept, the page never; links and reloads work.',
      facts,
      took,
    }
  }
  return {
    tone: 'warn',
    title: `${counted(faults.length, 'rule')} for the files ${faults.length === 1 ? 'is' : 'are'} missing`,
    text: faults.join(' '),
    lines: fileLines(rules),
    facts,
    took,
  }
}
