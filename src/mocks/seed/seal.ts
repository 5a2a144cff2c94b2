import { encryptText, importSymmetricKey } from '#/crypto/symmetric-key'
import { fromBase64 } from '#/lib/bytes'
import type { OrganizationSlug } from './accounts'
import { organizationKeys } from './keys'
import { bytesFor } from './random'

/**
 * Seals a text with an organization's key. The IV comes from the label, so that the same seed gives the same
 * ciphertexts whatever the order of sealing; labels are unique within a seed.
 */
export type Seal = (label: string, text: string) => Promise<string>

export async function sealFor(slug: OrganizationSlug): Promise<Seal> {
  const bytes = fromBase64(organizationKeys(slug).key)
  if (!bytes) throw new Error(`The key of ${slug} is not base64.`)
  const key = await importSymmetricKey(bytes)
  return (label, text) => encryptText(key, text, bytesFor(`iv/${slug}/${label}`))
}
