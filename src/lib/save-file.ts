import { downloadBlob } from './download'

/** Where a file goes while it is made. */
export interface FileSink {
  /** As the person called it. */
  name: string
  /** Straight to the disk; else it is kept by the browser until it is whole, and goes to the downloads. */
  isStreamed: boolean
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
  /** Nothing of it stays. */
  drop(): Promise<void>
}

interface WritableFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
  abort(): Promise<void>
}

/** What TypeScript's library does not know: Chromium has it. */
interface FileHandle {
  name: string
  createWritable(): Promise<WritableFile>
  remove?: () => Promise<void>
}

type Picker = (options: {
  suggestedName: string
  types: { description: string; accept: Record<string, string[]> }[]
}) => Promise<FileHandle>

interface FileKind {
  name: string
  /** "CSV file". */
  description: string
  type: string
}

/**
 * Asks the person for a place, where the browser can write to one, and has to be called by their press. Null: they
 * turned it down.
 */
export async function openSink(kind: FileKind): Promise<FileSink | null> {
  const picker = (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker
  if (!picker) return blobSink(kind)
  const extension = kind.name.slice(kind.name.lastIndexOf('.'))
  try {
    const handle = await picker({
      suggestedName: kind.name,
      types: [{ description: kind.description, accept: { [kind.type]: [extension] } }],
    })
    return await diskSink(handle)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    // A policy of the browser forbids it: downloads may still be allowed.
    if (error instanceof DOMException && error.name === 'SecurityError') return blobSink(kind)
    throw error
  }
}

async function diskSink(handle: FileHandle): Promise<FileSink> {
  const file = await handle.createWritable()
  return {
    name: handle.name,
    isStreamed: true,
    write: (bytes) => file.write(bytes),
    close: () => file.close(),
    async drop() {
      await file.abort().catch(() => undefined)
      // The picker made an empty file.
      await handle.remove?.().catch(() => undefined)
    },
  }
}

/** Browsers move large blobs to the disk by themselves. */
function blobSink({ name, type }: FileKind): FileSink {
  let parts: Blob[] = []
  return {
    name,
    isStreamed: false,
    async write(bytes) {
      parts.push(new Blob([bytes]))
    },
    async close() {
      downloadBlob(new Blob(parts, { type }), name)
      parts = []
    },
    async drop() {
      parts = []
    },
  }
}
