const INSECURE =
  'This page was loaded over an insecure connection. Browsers give no cryptography there, so nothing can be decrypted. Open it over https, or on localhost.'
const BROKEN =
  'The console could not start. Reload the page; if it happens again, try without extensions or in another browser.'

/** Plain elements: whatever failed may have been the rest of the app. */
export function renderStartFailure(root: HTMLElement, error: unknown): void {
  const isInsecure = !globalThis.isSecureContext
  const title = document.createElement('h1')
  title.textContent = 'Strongroom cannot run here'
  title.className = 'text-title font-semibold'
  const text = document.createElement('p')
  text.textContent = isInsecure
    ? INSECURE
    : error instanceof Error && error.name === 'SessionError'
      ? error.message
      : BROKEN
  const main = document.createElement('main')
  main.className = 'mx-auto flex max-w-text flex-col gap-3 p-6'
  main.setAttribute('role', 'alert')
  main.append(title, text, doctorLink())
  root.replaceChildren(main)
}

function doctorLink(): HTMLElement {
  const link = document.createElement('a')
  link.href = `${import.meta.env.BASE_URL}setup`
  link.textContent = 'See what is wrong'
  link.className = 'text-accent-text underline'
  return link
}
