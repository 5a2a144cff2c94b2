/** Hands the person a file that they asked for. Nothing of it stays in the page. */
export const downloadText = (text: string, fileName: string, type: string): void =>
  downloadBlob(new Blob([text], { type }), fileName)

/** A large one takes the browser a while to write: its address lives longer. */
export function downloadBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Browsers take the address up after this task.
  setTimeout(() => URL.revokeObjectURL(url), blob.size > 1_000_000 ? 60_000 : 1000)
}
