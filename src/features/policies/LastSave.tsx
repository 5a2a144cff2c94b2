import { useSettings } from '#/data/settings'
import { absoluteTime } from '#/domain/time-words'
import type { OrganizationView } from '#/session/protocol'
import { Button } from '#/ui/Button'
import { useLastSave } from './use-last-save'

interface Props {
  organization: OrganizationView
  type: number
}

/** When it was saved and by whom, as far as the server tells it anywhere. */
export function LastSave({ organization, type }: Props) {
  const { timeZone } = useSettings()
  const save = useLastSave(organization, type)
  const author = save.state === 'known' ? save.author : null
  const date = save.state === 'known' && absoluteTime(save.at, timeZone)
  const failure = save.state === 'failed' ? save.message : author?.state === 'failed' && author.message
  return (
    <section className="mt-5">
      <h3 className="border-b border-line-strong pb-1 font-semibold">Last save</h3>
      <div role="status" className="flex flex-col items-start gap-2 py-2 text-muted">
        {author?.state === 'found' ? (
          <p>
            Saved by <b className="font-medium wrap-anywhere text-text">{author.name}</b> on {date}, says the
            event log.
          </p>
        ) : (
          <p>
            {save.state === 'looking' && 'Looking it up.'}
            {save.state === 'unknown' && 'Not known: this server does not tell when it was saved.'}
            {save.state === 'failed' && `Not known: ${save.message}`}
            {date && `Saved on ${date}. `}
            {author?.state === 'looking' && 'Looking in the log by whom.'}
            {author?.state === 'closed' &&
              'By whom is in the event log alone, which is closed to your account.'}
            {author?.state === 'no row' && 'By whom is not known: the log has no save of it at that moment.'}
            {author?.state === 'no person' &&
              'The log names nobody: saved with the organization API key, or by the server itself.'}
            {author?.state === 'failed' &&
              `By whom is not known: the log could not be read. ${author.message}`}
          </p>
        )}
        {failure && (
          <Button size={28} busy={save.isReading} onClick={save.onAgain}>
            Read it again
          </Button>
        )}
      </div>
    </section>
  )
}
