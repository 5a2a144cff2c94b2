export function SecretNewPage() {
  return null
}
