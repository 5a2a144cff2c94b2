/** Hands the person a file that they asked for. Nothing of it stays in the page. */
export function downloadText(text: string, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Browsers take the address up after this task.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
