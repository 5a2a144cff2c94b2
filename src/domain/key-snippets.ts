import type { Snippet } from './snippets'

/** Where the key goes: ids and the server's address, never the key itself. */
export interface KeySnippetFacts {
  /** Without a slash at its end: "https://vault.example.test". */
  origin: string
  organizationId: string
}

/**
 * How the usual programs take the key. None of them holds it: each reads it from a variable or asks for it. Written
 * after public-api.md §1 and the documentation of the Directory Connector and the MCP server (2026).
 */
export function keySnippets({ origin, organizationId }: KeySnippetFacts): Snippet[] {
  const clientId = `organization.${organizationId}`
  return [
    {
      id: 'curl',
      label: 'Public API, curl',
      note: 'bash with curl and jq. Set BW_ORG_SECRET to the new key first. The token lasts an hour.',
      text: lines(
        `answer="$(curl -fsS "${origin}/identity/connect/token" -d grant_type=client_credentials \\`,
        `  -d scope=api.organization -d client_id=${clientId} \\`,
        '  --data-urlencode "client_secret=$BW_ORG_SECRET")"',
        'bearer="$(jq -r .access_token <<<"$answer")"',
        `curl -fsS "${origin}/api/public/members" -H "Authorization: Bearer $bearer" | jq '.data | length'`,
      ),
    },
    {
      id: 'python',
      label: 'Public API, Python',
      note: 'Standard library alone. Set BW_ORG_SECRET to the new key first.',
      text: lines(
        'import json, os, urllib.parse, urllib.request',
        'form = urllib.parse.urlencode({',
        '    "grant_type": "client_credentials", "scope": "api.organization",',
        `    "client_id": "${clientId}",`,
        '    "client_secret": os.environ["BW_ORG_SECRET"],',
        '}).encode()',
        `token = json.load(urllib.request.urlopen("${origin}/identity/connect/token", form))["access_token"]`,
        `ask = urllib.request.Request("${origin}/api/public/members", headers={"Authorization": f"Bearer {token}"})`,
        'print(len(json.load(urllib.request.urlopen(ask))["data"]))',
      ),
    },
    {
      id: 'connector',
      label: 'Directory Connector',
      note: 'It uses this same key. It keeps the old one until it is signed out; bwdc asks for the key, so that it is not in the history of the shell.',
      text: lines('bwdc logout', `bwdc config server ${origin}`, `bwdc login ${clientId}`, 'bwdc test'),
    },
    {
      id: 'mcp',
      label: 'MCP server',
      note: 'In the settings of the program that starts it; start it again afterwards. Put the new key in the place of the dots.',
      text: lines(
        '"env": {',
        `  "BW_API_BASE_URL": "${origin}/api",`,
        `  "BW_IDENTITY_URL": "${origin}/identity",`,
        `  "BW_CLIENT_ID": "${clientId}",`,
        '  "BW_CLIENT_SECRET": "…"',
        '}',
      ),
    },
    {
      id: 'env',
      label: '.env',
      note: 'The names that most scripts use. Put the new key in the place of the dots.',
      text: lines(`BW_CLIENTID=${clientId}`, 'BW_CLIENTSECRET=…'),
    },
  ]
}

const lines = (...parts: string[]): string => `${parts.join('\n')}\n`
