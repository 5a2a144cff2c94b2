interface AddressVerdict {
  /** What the lines are written with; null where nothing can be meant. */
  server: string | null
  problem: string | null
}

/** This machine, a private network, or a name without a dot: http does not leave the house there. */
const near =
  /^(?:localhost|[^.]+|.*\.localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[(?:::1|f[cd].*)\])$/i

/** What somebody typed as the address of the server, which is put into lines and never asked. */
export function judgeAddress(typed: string): AddressVerdict {
  const text = typed.trim()
  if (text === '') return { server: null, problem: null }
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const whole = hasScheme ? text : `https://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  if (!url || !url.hostname || !/^https?:$/.test(url.protocol))
    return { server: null, problem: 'This is no address of a server. Write it as https://vault.example.com.' }
  const server = `${url.protocol}//${url.host}`
  if (!hasScheme)
    return { server, problem: `Without https:// a proxy does not take it. The lines say ${server}.` }
  if (url.protocol === 'http:' && !near.test(url.hostname)) {
    return {
      server: `https://${url.host}`,
      problem: `Over http, passwords’ hashes and tokens could be read on the way. The lines say https://${url.host}.`,
    }
  }
  const rest = `${url.pathname === '/' ? '' : url.pathname}${url.search}${url.hash}`
  if (rest !== '' || url.username !== '')
    return {
      server,
      problem: `Only the address counts, without what stands behind or before it. The lines say ${server}.`,
    }
  return { server, problem: null }
}
