import { Download } from 'lucide-react'
import { csvText } from '#/lib/csv'
import { downloadText } from '#/lib/download'
import { Button } from '#/ui/Button'

interface Props {
  count: number
  /** Made when asked for; the first is the heads. */
  rows: () => readonly (readonly string[])[]
  target: { kind: string; id: string }
}

/** What one object or principal reaches, or is reached by; the file is named by kind and short id. */
export function ExportReach({ count, rows, target: { kind, id } }: Props) {
  return (
    <Button
      icon={Download}
      size={28}
      onClick={() =>
        downloadText(csvText(rows()), `access-${kind}-${id.slice(0, 8)}.csv`, 'text/csv;charset=utf-8')
      }
    >
      Export {count} {count === 1 ? 'row' : 'rows'} as CSV
    </Button>
  )
}
