import { useQuery } from '@tanstack/react-query'
import { demoCodesQuery, demoMailQuery } from '#/data/demo'
import { CopyButton } from '#/ui/CopyButton'
import { LoadState } from './LoadState'

const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** What people of the demo would read off their phones and in their mailboxes. */
export function MailTab() {
  const codes = useQuery(demoCodesQuery())
  const mails = useQuery(demoMailQuery())
  if (!codes.data || !mails.data) return <LoadState query={codes.data ? mails : codes} label="mail" />
  const open = [
    ...codes.data.authenticators.map((c) => ({ ...c, from: 'Authenticator app' })),
    ...codes.data.mailed.map((c) => ({ ...c, from: 'E-mail' })),
  ]
  return (
    <>
      <h3 className="mb-1 font-semibold">Codes that work now</h3>
      <ul className="border-t border-line">
        {open.map(({ email, code, from }) => (
          <li key={`${from} ${email} ${code}`} className="flex items-center gap-3 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">{email}</p>
              <p className="text-meta text-muted">{from}</p>
            </div>
            <code className="font-mono text-mono">{code}</code>
            <CopyButton look="inline" text={code} label={`Copy the code of ${email}`} />
          </li>
        ))}
        {open.length === 0 && <li className="border-b border-line py-2 text-muted">No code is open.</li>}
      </ul>
      <h3 className="mt-6 mb-1 font-semibold">Mailbox</h3>
      <ul className="border-t border-line">
        {mails.data.map((mail) => (
          <li key={mail.id} className="border-b border-line py-2">
            <p className="font-medium">{mail.subject}</p>
            <p>{mail.body}</p>
            <p className="text-meta wrap-anywhere text-muted">
              To {mail.to}, {time.format(new Date(mail.date))} UTC
            </p>
          </li>
        ))}
        {mails.data.length === 0 && (
          <li className="border-b border-line py-2 text-muted">The server has mailed nothing yet.</li>
        )}
      </ul>
    </>
  )
}
