import { Eye, FileWarning, Pencil } from 'lucide-react'
import { Chip } from './Chip'

/** Beside the heading of a thing with an encrypted name: the right on it, and that its name is spoiled. */
export function NameChips({ name, canWrite }: { name: string | null; canWrite: boolean }) {
  return (
    <>
      <Chip icon={canWrite ? Pencil : Eye}>{canWrite ? 'Can read and write' : 'Can read'}</Chip>
      {name === null && (
        <Chip icon={FileWarning} tone="danger">
          Name cannot be decrypted
        </Chip>
      )}
    </>
  )
}
