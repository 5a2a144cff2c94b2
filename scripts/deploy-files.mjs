import { writeFileSync } from 'node:fs'
import { deployFiles } from './deploy/files.mjs'
import { root } from './install.mjs'

// npm run deploy-files: writes the proxies' files anew, after a change of the headers or rules.
for (const [name, text] of Object.entries(deployFiles())) writeFileSync(`${root}scripts/deploy/${name}`, text)
