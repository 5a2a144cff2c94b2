import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root, toolPath } from '../install.mjs'

// The linter stays silent about a plugin that does not load, and about a rule whose name has changed. So each rule
// that the house stands on is broken once here, on real files.
const broken: Record<string, [rule: string, text: string]> = {
  'src/api/up.ts': [
    'strongroom(rooms)',
    "import { session } from '#/session/session'\nexport const up = session\n",
  ],
  'src/features/secrets/dynamic.ts': [
    'strongroom(rooms)',
    "export const page = () => import('#/features/trash/x')\n",
  ],
  'src/features/secrets/type.ts': ['strongroom(rooms)', "export type T = import('#/features/trash/x').T\n"],
  'src/ui/re-export.ts': ['strongroom(rooms)', "export { up } from '#/api/up'\n"],
  'src/ui/barrel.ts': ['strongroom(rooms)', "export * from './any'\n"],
  'src/data/call.ts': ['strongroom(one-fetch)', "export const call = () => globalThis.fetch('/api')\n"],
  'src/lib/one.ts': [
    'import(no-cycle)',
    "import { two } from '#/lib/deep/two'\nexport const one = (): number => two()\n",
  ],
  'src/lib/deep/two.ts': [
    'import(no-cycle)',
    "import { one } from '#/lib/one'\nexport const two = (): number => one()\n",
  ],
  'src/lib/long.ts': ['eslint(max-lines)', `export const a = [\n${'  1,\n'.repeat(400)}]\n`],
  'src/lib/log.ts': ['eslint(no-console)', "console.log('x')\nexport {}\n"],
  'src/ui/any.ts': ['typescript(no-explicit-any)', 'export const any = (x: any): boolean => x === 1\n'],
  'src/lib/bang.ts': ['typescript(no-non-null-assertion)', 'export const b = (x?: string) => x!.length\n'],
  'src/lib/ignore.ts': ['typescript(ban-ts-comment)', '// @ts-ignore\nexport const i: number = 1\n'],
  'src/lib/float.ts': [
    'typescript(no-floating-promises)',
    'export function f() {\n  Promise.resolve(1)\n}\n',
  ],
  'src/ui/Click.tsx': [
    'jsx-a11y(click-events-have-key-events)',
    'export const C = () => <div onClick={() => {}} />\n',
  ],
}

let folder = ''
let reported: { code: string; filename: string }[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-lint-'))
  const files = Object.entries(broken).map(([path, [, text]]) => [path, text] as const)
  const tsconfig = {
    compilerOptions: { strict: true, noEmit: true, paths: { '#/*': ['./src/*'] } },
    include: ['src'],
  }
  for (const [path, text] of [...files, ['tsconfig.json', JSON.stringify(tsconfig)] as const]) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
    writeFileSync(`${folder}/${path}`, text)
  }
  const args = [toolPath('oxlint/bin/oxlint'), '-c', `${root}.oxlintrc.json`, '-f', 'json', 'src']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  reported = (JSON.parse(stdout) as { diagnostics: typeof reported }).diagnostics
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(Object.entries(broken))('%s breaks a rule and is reported', (path, [rule]) => {
  expect(reported.filter(({ filename }) => filename.endsWith(path)).map(({ code }) => code)).toContain(rule)
})
