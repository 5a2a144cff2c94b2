import { CopyButton } from '#/ui/CopyButton'

// As in the README, but for a folder.
const SNIPPET = `# Built with: npm run build -- --base /console/
# dist/ lies at /srv/strongroom/console/; the headers are in the README.
location ~ ^/(api|identity|events)/ {
  proxy_pass https://vault.example.com;
  proxy_set_header Host vault.example.com;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_ssl_server_name on;
}
location ~ ^/console/(assets|workers)/ { root /srv/strongroom; expires 1y; }
location /console/ { root /srv/strongroom; try_files $uri /console/index.html; }`

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
