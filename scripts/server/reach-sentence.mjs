const unknownAuthority = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
])

/**
 * Why a server was not reached, and what to do, in one or two sentences.
 * @param {URL} url
 * @param {NodeJS.ErrnoException} error
 */
export function reachSentence(url, error) {
  const code = error.code ?? ''
  const server = url.origin
  if (unknownAuthority.has(code)) {
    return (
      `The certificate of ${server} comes from an authority that this machine does not know. ` +
      'Start again with NODE_EXTRA_CA_CERTS=/path/to/ca.pem, the certificate of that authority.'
    )
  }
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate of ${server} has expired. Whoever runs it must renew it.`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `The certificate of ${server} is made for another name. Use the name that stands in it.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `No address is known for ${url.hostname}. Check its spelling and this machine's name server.`
  if (code === 'ECONNREFUSED')
    return `Nothing listens at ${server}. Check that the server runs, and its port.`
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return `${server} does not answer. Check the network and the firewall between.`
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return `${server} does not speak https at this port. Check scheme and port of the address.`
  return `The connection to ${server} broke off (${code || error.message}). Wait a minute, then try again.`
}
