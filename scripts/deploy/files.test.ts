import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cacheControl, securityHeaders } from '../headers.mjs'
import { root } from '../install.mjs'
import { deployFiles } from './files.mjs'
import { hashedCache } from './rules.mjs'

it.each(Object.entries(deployFiles()))('%s is what npm run deploy-files writes', (name, text) => {
  expect(readFileSync(`${root}scripts/deploy/${name}`, 'utf8')).toBe(text)
})

it('sends every header with pages and with scripts, whose workers take the policy of their own file', () => {
  for (const text of Object.values(deployFiles())) {
    for (const [name, value] of Object.entries(securityHeaders()))
      expect(text.split(`${name} "${value}"`).length - 1, name).toBeGreaterThanOrEqual(2)
  }
})

it('keeps hashed files as long as the local server does', () => {
  expect(cacheControl('/assets/index-CAFEBABE.js')).toBe(hashedCache)
})

it('starts the container with its own file or not at all', () => {
  const file = readFileSync(`${root}scripts/deploy/Containerfile`, 'utf8')
  const [, place] = /^ENV NGINX_ENVSUBST_OUTPUT_DIR=(\S+)$/m.exec(file) ?? []
  const [, template] = /^COPY (\S+) \/etc\/nginx\/templates\/strongroom\.conf\.template$/m.exec(file) ?? []
  expect(file).toContain(`RUN echo 'include ${place}/strongroom.conf;' > /etc/nginx/conf.d/default.conf`)
  expect(deployFiles()).toHaveProperty([String(template).replace('scripts/deploy/', '')])
})
