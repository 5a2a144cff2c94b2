export function SecretEditPage() {
  return null
}
