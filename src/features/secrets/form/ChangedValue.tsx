import { Eye, EyeOff } from 'lucide-react'
import { useSettings } from '#/data/settings'
import { Button } from '#/ui/Button'
import { MaskedValue } from '#/ui/MaskedValue'
import { LineDiff } from './LineDiff'
import { sizeWords } from './size-words'
import { useShown } from './use-shown'

/** Both values, masked until asked. A null could not be decrypted. */
export function ChangedValue({ before, after }: { before: string | null; after: string }) {
  const { hideAfter } = useSettings()
  const [isShown, setShown] = useShown(hideAfter)
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-3">
        <h3 className="font-medium">Value</h3>
        <Button
          size={28}
          variant="ghost"
          icon={isShown ? EyeOff : Eye}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide both' : 'Show both'}
        </Button>
      </div>
      {isShown ? (
        <LineDiff before={before ?? ''} after={after} />
      ) : (
        <div className="overflow-hidden rounded-control border border-line-strong">
          <Masked sign="−" label="Value before, hidden" box="bg-removed">
            {before === null ? 'cannot be decrypted' : sizeWords(before)}
          </Masked>
          <Masked sign="+" label="Value after, hidden" box="bg-added">
            {sizeWords(after)}
          </Masked>
        </div>
      )}
    </div>
  )
}

interface MaskedProps {
  sign: string
  label: string
  box: string
  children: string
}

function Masked({ sign, label, box, children }: MaskedProps) {
  return (
    <p className={`flex min-h-7 items-center gap-2 px-2 ${box}`}>
      <span aria-hidden className="w-3">
        {sign}
      </span>
      <MaskedValue isInline label={label} />
      <span className="ml-auto text-right text-meta tabular-nums">{children}</span>
    </p>
  )
}
