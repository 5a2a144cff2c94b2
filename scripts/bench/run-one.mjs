import { writeFile } from 'node:fs/promises'
import { runInPage, stopAll } from './support.mjs'

// Runs one benchmark and writes its lines: node --import tsx run-one.mjs FILE OUTPUT
const [file = '', output = ''] = process.argv.slice(2)

try {
  const lines = file.endsWith('.browser.bench.ts')
    ? await runInPage(file)
    : await (await import(`./${file}`)).default()
  await writeFile(output, JSON.stringify(lines))
} finally {
  await stopAll()
}
