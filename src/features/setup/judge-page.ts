import type { Finding } from './finding'
import { certificateLines } from './lines'
import type { StepContext } from './questions'

/** The smallest module there is: whether WebAssembly, which Argon2id needs, may run at all. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])

function mayCompile(): boolean {
  try {
    return new WebAssembly.Module(emptyModule) instanceof WebAssembly.Module
  } catch {
    return false
  }
}

/** Whether this page, as it was served, has what decrypting needs. */
export function judgePage({ places }: Pick<StepContext, 'places'>): Finding {
  const isSecure = globalThis.isSecureContext
  const facts = [
    ['Address', `${location.protocol}//${location.host}`],
    ['Secure context', isSecure ? 'yes' : 'no'],
    ['Web Crypto', isSecure && 'subtle' in crypto ? 'there' : 'missing'],
    ['Workers', 'SharedWorker' in globalThis ? 'shared' : 'Worker' in globalThis ? 'dedicated' : 'missing'],
    ['WebAssembly', mayCompile() ? 'may run' : 'refused'],
  ] as const
  if (!isSecure) {
    return {
      tone: 'fail',
      title: 'This page came over http from another machine',
      text: 'Browsers give no cryptography to such pages, so nothing can be decrypted here, and whoever is on the way could change what you see.',
      advice: `Open https://${places.host}/ instead. If nothing answers there, the proxy has no certificate yet. Only on the machine itself http works: as localhost or 127.0.0.1.`,
      lines: certificateLines(places),
      facts,
      took: 0,
    }
  }
  if (!mayCompile()) {
    return {
      tone: 'warn',
      title: 'WebAssembly is refused',
      text: 'Accounts whose key comes from Argon2id cannot sign in; all others can.',
      advice:
        'A proxy sends a stricter policy than ours, or an extension does: script-src needs ’wasm-unsafe-eval’, which allows no other code.',
      facts,
      took: 0,
    }
  }
  const way = location.protocol === 'https:' ? 'https' : 'this machine’s own address'
  return {
    tone: 'pass',
    title: 'This page can keep secrets',
    text: `${way[0]?.toUpperCase()}${way.slice(1)}, Web Crypto, workers and Argon2id work.`,
    facts,
    took: 0,
  }
}
