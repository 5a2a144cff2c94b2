import type { ReactNode } from 'react'
import type { ApiEndpoint } from '#/domain/openapi/description'
import type { ApiField } from '#/domain/openapi/schema'

/** What an endpoint says of itself: text, who may, what it takes, what it gives. */
export function EndpointDetails({ endpoint }: { endpoint: ApiEndpoint }) {
  const { about, parameters, body, answers, scopes, key } = endpoint
  return (
    <div className="flex flex-col gap-4 pb-4 sm:pl-6">
      {about !== '' && <p className="max-w-192 whitespace-pre-line">{about}</p>}
      <p className="text-muted">Who may: {whoWords(scopes)}</p>
      {parameters.length > 0 && (
        <Fields
          caption={`Parameters of ${key}`}
          title="Parameters"
          fields={parameters.map((one) => ({ ...one, note: one.place }))}
        />
      )}
      {body && <Fields caption={`Body of ${key}`} title={`Body: ${body.kind}`} fields={body.fields} />}
      <Part title="Answers">
        <dl className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-4 gap-y-1">
          {answers.map(({ status, about: words, kind }) => (
            <div key={status} className="contents">
              <dt className="font-mono text-mono">{status}</dt>
              <dd className="wrap-anywhere">
                {words} <span className="text-muted">{kind === '' ? 'No body.' : `Body: ${kind}.`}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      {answers.map(
        ({ status, fields }) =>
          fields.length > 0 && (
            <Fields
              key={status}
              caption={`Fields of the answer ${status} to ${key}`}
              title={`What comes with ${status}`}
              fields={fields}
              isAnswer
            />
          ),
      )}
    </div>
  )
}

function whoWords(scopes: readonly string[] | null): ReactNode {
  if (scopes === null) return 'the description does not say.'
  if (scopes.length === 0) return 'everybody, without a token.'
  return (
    <>
      tokens for <span className="font-mono text-meta">{scopes.join(' or ')}</span>
      {scopes.includes('api.organization') && ', which the organization’s API key gets'}.
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-medium">{title}</h3>
      {children}
    </div>
  )
}

const cell = 'border-b border-line py-1 pr-4 text-left align-top'

interface FieldsProps {
  /** For screen readers. */
  caption: string
  title: string
  fields: readonly (ApiField & { note?: string })[]
  /** Of an answer nothing is required of the reader. */
  isAnswer?: boolean
}

function Fields({ caption, title, fields, isAnswer = false }: FieldsProps) {
  return (
    <Part title={title}>
      {fields.length === 0 ? (
        <p className="text-muted">Its fields are not described.</p>
      ) : (
        <table className="w-full max-w-240 border-t border-line">
          <caption className="sr-only">{caption}</caption>
          <thead className="sr-only">
            <tr>
              <th>Field</th>
              <th>Form</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, kind, isRequired, about, note }) => (
              <tr key={`${note} ${field}`}>
                <th scope="row" className={`${cell} w-2/5 font-mono text-mono font-normal wrap-anywhere`}>
                  {field}
                </th>
                <td className={`${cell} wrap-anywhere`}>
                  {kind}
                  {!isAnswer && (
                    <span className="text-muted">
                      {note && `, in ${note}`}
                      {isRequired ? ', required' : ', may be left out'}
                    </span>
                  )}
                  {about !== '' && <span className="block text-muted">{about}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}
