import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

let load: ReturnType<typeof loader> | undefined

function loader() {
  return register({
    namespace: 'strongroom',
    tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
  })
}

/** Imports a module of `src/` into this process, with the same loader as `npm run mock`. */
export async function importSource<T>(path: string): Promise<T> {
  load ??= loader()
  return (await load.import(`../../src/${path}`, import.meta.url)) as T
}
