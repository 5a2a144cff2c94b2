/** What a snippet is about: ids and variables, never a value and never a token. */
export interface SnippetFacts {
  /** Where the server stands, without a slash at its end: "https://vault.example.test". */
  origin: string
  organizationId: string
  /** For tools that want one; null where none is known. */
  projectId: string | null
  secrets: readonly { id: string; variable: string }[]
}

export interface Snippet {
  id: string
  label: string
  /** What has to be there before, and what the tool does not do. */
  note: string
  text: string
}

/**
 * Snippets for one machine account. Each is copied as one piece and names the variable that holds the token. Written
 * after the documentation of bws, sm-action v2, the sm-operator and External Secrets (2026). Tried against the imitation server: curl
 * by a test; by hand, behind TLS, bws and the script of GitLab CI with bws 2.1.0, Node with @bitwarden/sdk-napi 1.0.0 and Python with
 * bitwarden-sdk 2.1.0; the step of GitHub by actionlint, and its inputs by sdk-napi in the way of the action. kubectl takes the
 * manifests; fields are held against the schemas of both operators, the job against GitLab's.
 */
export function snippets(facts: SnippetFacts): Snippet[] {
  return [
    bws(facts),
    curl(facts),
    node(facts),
    python(facts),
    gitHub(facts),
    gitLab(facts),
    operator(facts),
    externalSecrets(facts),
  ]
}

const lines = (...parts: (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`

/** The dot keeps line ends that `$( )` would cut off; with `pipefail` a failure of bws does not pass for an empty value. */
const readByBws = ({ id, variable }: SnippetFacts['secrets'][number]): string[] => [
  `${variable}="$(bws secret get ${id} --output json | jq -ej .value && echo .)"`,
  `export ${variable}="\${${variable}%.}"`,
]

function bws({ origin, projectId, secrets }: SnippetFacts): Snippet {
  return {
    id: 'bws',
    label: 'bws',
    note: 'Set BWS_ACCESS_TOKEN to the token first. bws speaks HTTPS alone, and keeps its session in a file for up to an hour.',
    text: lines(
      'set -o pipefail',
      `export BWS_SERVER_URL="${origin}"`,
      secrets.flatMap(readByBws),
      projectId === null
        ? []
        : [
            '',
            '# Or all secrets of a project, for one command:',
            `bws run --project-id ${projectId} -- your-command`,
          ],
    ),
  }
}

/** Exchange, one read, and the decryption by openssl: nothing but curl, jq and openssl 3. */
function curl({ origin, secrets }: SnippetFacts): Snippet {
  return {
    id: 'curl',
    label: 'curl',
    note: 'bash with curl, jq and openssl 3. Set BWS_ACCESS_TOKEN first. Every MAC is checked before anything is opened.',
    text: lines(
      'set -euo pipefail',
      `server="${origin}"`,
      'IFS=. read -r _ client_id rest <<<"$BWS_ACCESS_TOKEN"',
      'client_secret="${rest%%:*}" seed="${rest#*:}"',
      "hex() { od -An -v -tx1 | tr -d ' \\n'; }",
      '# open KEY(128 hex digits) ENCSTRING: checks the MAC, then decrypts',
      'open() {',
      '  local key="$1" iv ct mac',
      '  IFS="|" read -r iv ct mac <<<"${2#2.}"',
      '  local want; want="$(base64 -d <<<"$mac" | hex)"',
      '  local got; got="$({ base64 -d <<<"$iv"; base64 -d <<<"$ct"; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:${key:64}" -binary | hex)"',
      '  [ "$want" = "$got" ] || { echo "not made with this key" >&2; return 1; }',
      '  base64 -d <<<"$ct" | openssl enc -d -aes-256-cbc -K "${key:0:64}" -iv "$(base64 -d <<<"$iv" | hex)"',
      '}',
      'answer="$(curl -fsS "$server/identity/connect/token" -d grant_type=client_credentials -d scope=api.secrets \\',
      '  --data-urlencode "client_id=$client_id" --data-urlencode "client_secret=$client_secret")"',
      'bearer="$(jq -r .access_token <<<"$answer")"',
      'token_key="$(openssl kdf -keylen 64 -kdfopt digest:SHA256 -kdfopt "hexkey:$(base64 -d <<<"$seed" | hex)" \\',
      '  -kdfopt salt:bitwarden-accesstoken -kdfopt info:sm-access-token -binary HKDF | hex)"',
      'organization_key="$(open "$token_key" "$(jq -r .encrypted_payload <<<"$answer")" | jq -r .encryptionKey | base64 -d | hex)"',
      '# read_secret ID: one read, recorded under the machine account',
      'read_secret() { open "$organization_key" "$(curl -fsS -H "Authorization: Bearer $bearer" "$server/api/secrets/$1" | jq -r .value)"; }',
      secrets.flatMap(({ id, variable }) => [
        `${variable}="$(read_secret ${id} && echo .)"`,
        `export ${variable}="\${${variable}%.}"`,
      ]),
    ),
  }
}

function node({ origin, secrets }: SnippetFacts): Snippet {
  return {
    id: 'node',
    label: 'Node',
    note: 'npm install @bitwarden/sdk-napi',
    text: lines(
      'import { BitwardenClient } from "@bitwarden/sdk-napi";',
      '',
      'const client = new BitwardenClient({',
      `  apiUrl: "${origin}/api",`,
      `  identityUrl: "${origin}/identity",`,
      '});',
      'await client.auth().loginAccessToken(process.env.BWS_ACCESS_TOKEN);',
      '',
      secrets.map(({ id, variable }) => `const ${variable} = (await client.secrets().get("${id}")).value;`),
    ),
  }
}

function python({ origin, secrets }: SnippetFacts): Snippet {
  return {
    id: 'python',
    label: 'Python',
    note: 'pip install bitwarden-sdk. It speaks HTTPS alone.',
    text: lines(
      'import os',
      'from bitwarden_sdk import BitwardenClient, DeviceType, client_settings_from_dict',
      '',
      'client = BitwardenClient(client_settings_from_dict({',
      `    "apiUrl": "${origin}/api",`,
      `    "identityUrl": "${origin}/identity",`,
      '    "deviceType": DeviceType.SDK,',
      '    "userAgent": "Python",',
      '}))',
      'client.auth().login_access_token(os.environ["BWS_ACCESS_TOKEN"])',
      '',
      secrets.map(({ id, variable }) => `${variable} = client.secrets().get("${id}").data.value`),
    ),
  }
}

function gitHub({ origin, secrets }: SnippetFacts): Snippet {
  return {
    id: 'github',
    label: 'GitHub Actions',
    note: 'Repository settings, Secrets: add BWS_ACCESS_TOKEN with the token. Values are masked in the log.',
    text: lines(
      '- uses: bitwarden/sm-action@v2',
      '  with:',
      '    access_token: ${{ secrets.BWS_ACCESS_TOKEN }}',
      `    base_url: ${origin}`,
      '    secrets: |',
      secrets.map(({ id, variable }) => `      ${id} > ${variable}`),
    ),
  }
}

function gitLab({ origin, secrets }: SnippetFacts): Snippet {
  return {
    id: 'gitlab',
    label: 'GitLab CI',
    note: 'Settings, CI/CD, Variables: add BWS_ACCESS_TOKEN, masked and protected. The job’s image needs bws and jq. GitLab does not mask what a script reads: print nothing.',
    text: lines(
      'deploy:',
      '  variables:',
      `    BWS_SERVER_URL: "${origin}"`,
      '  script:',
      secrets.flatMap(readByBws).map((line) => `    - ${line}`),
      '    - ./deploy.sh',
    ),
  }
}

function operator({ organizationId, origin, secrets }: SnippetFacts): Snippet {
  return {
    id: 'operator',
    label: 'Kubernetes, operator',
    note: `The Secret bw-auth-token holds the token under “token”: kubectl create secret generic bw-auth-token --from-literal=token="$BWS_ACCESS_TOKEN". The operator itself is installed with ${origin} as its server.`,
    text: lines(
      'apiVersion: k8s.bitwarden.com/v1',
      'kind: BitwardenSecret',
      'metadata:',
      '  name: app-secrets',
      'spec:',
      `  organizationId: "${organizationId}"`,
      '  secretName: app-secrets',
      '  onlyMappedSecrets: true',
      '  map:',
      secrets.flatMap(({ id, variable }) => [
        `    - bwSecretId: "${id}"`,
        `      secretKeyName: ${variable}`,
      ]),
      '  authToken:',
      '    secretName: bw-auth-token',
      '    secretKey: token',
    ),
  }
}

function externalSecrets({ origin, organizationId, projectId, secrets }: SnippetFacts): Snippet {
  return {
    id: 'external-secrets',
    label: 'Kubernetes, External Secrets',
    note: 'Needs the operator’s bitwarden-sdk-server, and in the namespace of these two its certificate in bitwarden-tls-certs and the Secret bw-auth-token with the token under “token”.',
    text: lines(
      'apiVersion: external-secrets.io/v1',
      'kind: SecretStore',
      'metadata:',
      '  name: bitwarden',
      'spec:',
      '  provider:',
      '    bitwardensecretsmanager:',
      `      apiURL: ${origin}/api`,
      `      identityURL: ${origin}/identity`,
      '      bitwardenServerSDKURL: https://bitwarden-sdk-server.external-secrets.svc.cluster.local:9998',
      `      organizationID: "${organizationId}"`,
      `      projectID: "${projectId ?? 'put the id of a project here'}"`,
      '      caProvider:',
      '        type: Secret',
      '        name: bitwarden-tls-certs',
      '        key: ca.crt',
      '      auth:',
      '        secretRef:',
      '          credentials:',
      '            name: bw-auth-token',
      '            key: token',
      '---',
      'apiVersion: external-secrets.io/v1',
      'kind: ExternalSecret',
      'metadata:',
      '  name: app-secrets',
      'spec:',
      '  refreshInterval: 1h',
      '  secretStoreRef:',
      '    name: bitwarden',
      '    kind: SecretStore',
      '  target:',
      '    name: app-secrets',
      '  data:',
      secrets.flatMap(({ id, variable }) => [
        `    - secretKey: ${variable}`,
        '      remoteRef:',
        `        key: "${id}"`,
      ]),
    ),
  }
}
