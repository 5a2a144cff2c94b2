import { CopyButton } from '#/ui/CopyButton'

const SNIPPET = `location /console/ { alias /srv/strongroom/; try_files $uri /console/index.html; }
location /api/ { proxy_pass https://vault.example.test/api/; }
location /identity/ { proxy_pass https://vault.example.test/identity/; }
location /events/ { proxy_pass https://vault.example.test/events/; }`

/** Another address cannot work from here, so it is not asked for: what works instead is said at once. */
export function OtherServer() {
  return (
    <details className="-mt-2 mb-4 text-meta text-muted">
      <summary className="w-fit cursor-pointer rounded-chip text-accent-text hover:underline">
        Another server
      </summary>
      <p className="mt-2">
        A Bitwarden-compatible server refuses pages of other origins, so this page talks to its own address
        only. Put the console behind the server’s address, or pass three prefixes on to it, for example in
        nginx:
      </p>
      <pre className="my-2 rounded-control border border-line-strong bg-sunken p-2 font-mono whitespace-pre-wrap wrap-anywhere">
        {SNIPPET}
      </pre>
      <CopyButton text={SNIPPET} label="Copy the lines" size={28} />
    </details>
  )
}
