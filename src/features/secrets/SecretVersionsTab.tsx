export function SecretVersionsTab() {
  return null
}
