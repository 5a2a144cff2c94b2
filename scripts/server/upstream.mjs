import { isIP } from 'node:net'

/**
 * Which server the local server (`npm start -- --server`, `npm run dev -- --server`) stands before: read from the
 * command line or the environment, and refused with one sentence where it cannot be meant.
 *
 * @typedef {{ prefix: string, base: string }} PassedOn `base` takes the place of `prefix`; no slash at its end.
 * @typedef {{ name: string, passedOn: PassedOn[] }} Upstream
 */

export class BadAddress extends Error {}

// identity-and-crypto.md §1.1. The cloud has a host for each service; a self-hosted server has one for all.
/** @type {Record<string, string>} */
const regions = { us: 'bitwarden.com', eu: 'bitwarden.eu', gov: 'bitwarden-gov.com' }

/** @param {string} domain @returns {Record<Part, string>} */
const cloud = (domain) => ({
  api: `https://api.${domain}`,
  identity: `https://identity.${domain}`,
  events: `https://events.${domain}`,
})

/** @typedef {'api' | 'identity' | 'events'} Part @type {readonly Part[]} */
const parts = ['api', 'identity', 'events']

/** Options of the command line and the variables that stand in for them. */
const names = /** @type {const} */ ({
  server: 'STRONGROOM_SERVER',
  api: 'STRONGROOM_API',
  identity: 'STRONGROOM_IDENTITY',
  events: 'STRONGROOM_EVENTS',
})

/**
 * Takes our options out of a command line; the rest is for the tool behind it.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function takeServerOptions(args, env) {
  /** @type {Partial<Record<keyof typeof names, string>>} */
  const wanted = {}
  /** @type {string[]} */
  const rest = []
  for (const name of /** @type {(keyof typeof names)[]} */ (Object.keys(names))) {
    const value = env[names[name]]
    if (value) wanted[name] = value
  }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [, name, given] = /^--(server|api|identity|events)(?:=(.*))?$/s.exec(arg) ?? []
    if (!name) {
      rest.push(arg)
      continue
    }
    const value = given ?? args[(at += 1)]
    if (!value || value.startsWith('--'))
      throw new BadAddress(`--${name} needs an address behind it: --${name} https://vault.example.com`)
    wanted[/** @type {keyof typeof names} */ (name)] = value
  }
  return { wanted, rest }
}

/** The same as variables, for a process that is started. @param {ReturnType<typeof takeServerOptions>['wanted']} wanted */
export function serverVariables(wanted) {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [names[/** @type {keyof typeof names} */ (name)], value]),
  )
}

/**
 * What to pass on to; null where no server is asked for.
 * @param {ReturnType<typeof takeServerOptions>['wanted']} wanted
 * @returns {Upstream | null}
 */
export function readUpstream({ server, ...single }) {
  if (server === undefined && Object.keys(single).length === 0) return null
  const known = server === undefined ? {} : basesOf(server)
  const bases = Object.fromEntries(
    Object.entries(single).map(([name, address]) => [name, readAddress(`--${name}`, address)]),
  )
  const all = { ...known, ...bases }
  const missing = parts.filter((part) => part !== 'events' && !all[part])
  if (missing.length > 0) {
    throw new BadAddress(
      `${missing.map((part) => `--${part}`).join(' and ')} is missing: without --server, both --api and --identity are needed.`,
    )
  }
  const passedOn = parts.flatMap((part) => {
    const base = all[part]
    return base ? [{ prefix: `/${part}`, base }] : []
  })
  return { name: server ?? new URL(all['api'] ?? '').host, passedOn }
}

/** @param {string} server @returns {Partial<Record<Part, string>>} */
function basesOf(server) {
  const region = regions[server.toLowerCase()]
  if (region) return cloud(region)
  const url = new URL(readAddress('--server', server))
  if (url.pathname !== '/') {
    throw new BadAddress(
      `--server wants the address alone, without ${url.pathname}: ${url.origin}. Where the server stands in a folder, ` +
        `name its parts: --api ${url.origin}/FOLDER/api --identity ${url.origin}/FOLDER/identity`,
    )
  }
  // The address that people know of the cloud is the web vault's, which has no API.
  const domain = Object.values(regions).find(
    (each) => url.hostname === each || url.hostname === `vault.${each}`,
  )
  if (domain) return cloud(domain)
  return Object.fromEntries(parts.map((part) => [part, `${url.origin}/${part}`]))
}

/** @param {string} option @param {string} address @returns {string} Without a slash at its end. */
function readAddress(option, address) {
  const shown = JSON.stringify(address)
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const known = option === '--server' ? `, or a region: ${Object.keys(regions).join(', ')}` : ''
    throw new BadAddress(
      `${option} ${shown} has no scheme: write https://${address.replace(/^\/+/, '')}${known}.`,
    )
  }
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !url.hostname)
    throw new BadAddress(`${option} ${shown} is no address: write https://vault.example.com.`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new BadAddress(`${option} ${shown} must begin with https://.`)
  if (url.username || url.password)
    throw new BadAddress(`${option}: leave name and password out of the address; nothing needs them here.`)
  if (url.protocol === 'http:' && !isNear(url.hostname)) {
    throw new BadAddress(
      `${option} ${shown} would send the password hash and all tokens readable over the network: use ` +
        `https://${url.host}. A certificate of your own authority is accepted with NODE_EXTRA_CA_CERTS=ca.pem.`,
    )
  }
  if (url.search || url.hash)
    throw new BadAddress(
      `${option} wants the address alone, without ${url.search}${url.hash}: ${url.origin}.`,
    )
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/**
 * This machine, a private network, or a name without a dot (another container).
 * @param {string} hostname As `URL` gives it.
 */
function isNear(hostname) {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  if (isIP(host) === 4) return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host)
  if (isIP(host) === 6) return host === '::1' || /^f[cd]/i.test(host)
  return !host.includes('.')
}
