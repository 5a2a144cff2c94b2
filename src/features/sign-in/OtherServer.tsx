import { Link } from '@tanstack/react-router'
import { linkClass } from '#/ui/link-class'

/** Another address cannot work from here, so it is not asked for: what works instead is said at once. */
export function OtherServer() {
  return (
    <details className="-mt-2 mb-4 text-meta text-muted">
      <summary className="w-fit cursor-pointer rounded-chip text-accent-text hover:underline">
        Another server
      </summary>
      <p className="my-2">
        A Bitwarden-compatible server refuses pages of other origins, so this page talks to its own address
        only. Put the console behind the server’s address, let a proxy pass three prefixes on to it, or start
        the console before it on this machine:
      </p>
      <pre className="my-2 rounded-control border border-line-strong bg-sunken p-2 font-mono whitespace-pre-wrap wrap-anywhere">
        npm start -- --server https://vault.example.com
      </pre>
      <p className="mb-2">
        The{' '}
        <Link to="/setup" className={linkClass}>
          connection doctor
        </Link>{' '}
        writes the lines for nginx and Caddy.
      </p>
    </details>
  )
}
