import { counted } from '#/lib/counted'
import { Callout } from '#/ui/Callout'
import { CopyButton } from '#/ui/CopyButton'
import { FactList } from '#/ui/FactList'
import { manifestName, type SavedFile } from './use-export'

/** What was written, and the hashes by which it can be known again. */
export function ExportSaved({ file }: { file: SavedFile }) {
  const { name, count, bytes, sha256, manifest, isPack, isStreamed } = file
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="good" role="status" title={`${counted(count, 'event')} saved.`}>
        {isPack ? PACK : isStreamed ? STREAMED : DOWNLOADED}
      </Callout>
      <FactList
        facts={[
          { label: 'File', value: <Mono>{name}</Mono>, note: `${bytes.toLocaleString('en-GB')} bytes` },
          { label: 'SHA-256 of the file', value: <Hash text={sha256} what="SHA-256 of the file" /> },
          ...(isPack ? [] : [{ label: 'Manifest', value: <Mono>{manifestName(file)}</Mono> }]),
          {
            label: 'SHA-256 of the manifest',
            value: <Hash text={manifest.sha256} what="SHA-256 of the manifest" />,
          },
        ]}
      />
    </div>
  )
}

const PACK =
  'Open verify.html from the ZIP in any browser, also offline, and give it the ZIP. Note the SHA-256 of the manifest somewhere else: by it nobody can put another pack in its place.'
const STREAMED = 'The file is where you put it, its manifest is in the downloads: keep them together.'
const DOWNLOADED = 'The file and its manifest are in the downloads: keep them together.'

const Mono = ({ children }: { children: string }) => (
  <span className="font-mono text-mono wrap-anywhere">{children}</span>
)

const Hash = ({ text, what }: { text: string; what: string }) => (
  <span className="inline-flex items-start gap-1">
    <Mono>{text}</Mono>
    <CopyButton look="inline" text={text} label={`Copy ${what}`} />
  </span>
)
