/** One file of a ZIP, not yet unpacked. */
export interface ZipEntry {
  name: string
  /** Unpacked. */
  stream: () => Promise<ReadableStream<Uint8Array>>
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535

/** What a ZIP holds, by its directory. Throws a sentence for the person where it is none or a damaged one. */
export async function readZip(zip: Blob): Promise<ZipEntry[]> {
  const tail = await viewOf(zip, Math.max(0, zip.size - END_LENGTH - LONGEST_COMMENT), zip.size)
  let end = tail.byteLength - END_LENGTH
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1
  if (end < 0) throw new Error('This file is no ZIP, or its end is missing.')
  const count = tail.getUint16(end + 10, true)
  const from = tail.getUint32(end + 16, true)
  const directory = await viewOf(zip, from, from + tail.getUint32(end + 12, true))
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== ENTRY)
      throw new Error('The directory of this ZIP is damaged.')
    const method = directory.getUint16(at + 10, true)
    const packed = directory.getUint32(at + 20, true)
    const nameLength = directory.getUint16(at + 28, true)
    const offset = directory.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytesOf(directory).subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, stream: () => unpack(zip, { method, packed, offset }) })
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true)
  }
  return entries
}

async function unpack(zip: Blob, entry: { method: number; packed: number; offset: number }) {
  const local = await viewOf(zip, entry.offset, entry.offset + 30)
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) throw new Error('This ZIP is damaged.')
  const from = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true)
  const stream = zip.slice(from, from + entry.packed).stream()
  if (entry.method === 0) return stream
  if (entry.method !== 8 || typeof DecompressionStream !== 'function')
    throw new Error('This browser cannot unpack it. Unpack the ZIP yourself and choose the files in it.')
  return stream.pipeThrough(new DecompressionStream('deflate-raw'))
}

const viewOf = async (blob: Blob, from: number, to: number) =>
  new DataView(await blob.slice(from, to).arrayBuffer())

const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
