import { CodeBlock } from '@/components/ui/code-block'
import { Card } from '@/components/ui/card'
import type { MediaType, OperationObject, ParameterObject, ResponseObject } from '@/lib/openapi/document-types'
import type { ApiPageTexts } from './api-schemas'
import { ApiText } from './api-text'

export interface CopyTexts {
  readonly copy: string
  readonly copied: string
  readonly copyFailed: string
}

const places: Readonly<Record<string, 'inPath' | 'inQuery' | 'inHeader'>> = {
  path: 'inPath',
  query: 'inQuery',
  header: 'inHeader',
}

function Parameters({ list, texts }: { readonly list: readonly ParameterObject[]; readonly texts: ApiPageTexts }) {
  return (
    <section>
      <h4 className="text-meta font-medium text-text-2">{texts.parameters}</h4>
      <dl className="flex flex-col gap-1">
        {list.map(({ name, in: place, required, description }) => (
          <div key={`${place} ${name}`}>
            <dt className="inline">
              <code dir="ltr" className="font-mono text-code">
                {name}
              </code>{' '}
              <span className="text-meta text-text-2">
                {texts[places[place] ?? 'inQuery']}
                {required && ` · ${texts.required}`}
              </span>
            </dt>
            <dd>
              <ApiText text={description} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A link to the schema of a body; for a stream, of a line. */
function Shape({ media, texts }: { readonly media: MediaType; readonly texts: ApiPageTexts }) {
  const line = media['x-itemSchema']?.$ref
  const name = (line ?? media.schema.$ref ?? media.schema.allOf?.[0]?.$ref)?.split('/').at(-1)
  if (name === undefined) return null
  return (
    <>
      {' '}
      <a className="prose-link font-mono text-code" dir="ltr" href={`#${name}`}>
        {name}
      </a>
      {line !== undefined && <span className="text-meta text-text-2"> · {texts.line}</span>}
    </>
  )
}

function AnswerItem({
  status,
  answer,
  texts,
}: {
  readonly status: string
  readonly answer: ResponseObject
  readonly texts: ApiPageTexts
}) {
  const codes = answer['x-codes']
  return (
    <li>
      <span className="font-semibold tabular-nums">{status}</span>
      {codes === undefined && (
        <>
          {' '}
          <ApiText text={answer.description} />
          {Object.entries(answer.content ?? {}).map(([type, media]) => (
            <Shape key={type} media={media} texts={texts} />
          ))}
        </>
      )}
      {codes?.map((code) => (
        <span key={code}>
          {' '}
          <a className="prose-link font-mono text-code" dir="ltr" href={`#${code}`}>
            {code}
          </a>
        </span>
      ))}
    </li>
  )
}

interface OperationCardProps {
  readonly method: string
  readonly path: string
  readonly operation: OperationObject
  readonly texts: ApiPageTexts
  readonly copy: CopyTexts
}

/** One operation: what it does, its parameters, its answers, and a command that calls it. */
export function OperationCard({ method, path, operation, texts, copy }: OperationCardProps) {
  const { operationId, summary, description, parameters, requestBody, responses, security } = operation
  const body = requestBody?.content['application/json']
  return (
    <Card id={operationId} className="scroll-mt-16">
      <div className="flex flex-col gap-3">
        <header>
          <h3 className="font-semibold">{summary}</h3>
          <p dir="ltr" className="font-mono text-code wrap-anywhere text-text-2">
            {method.toUpperCase()} {path}
          </p>
        </header>
        <p className="prose-body">
          <ApiText text={description} />
          {security.length === 0 && ` ${texts.noSignIn}`}
        </p>
        {parameters !== undefined && <Parameters list={parameters} texts={texts} />}
        {body !== undefined && (
          <p>
            <span className="text-meta font-medium text-text-2">{texts.body}</span>
            <Shape media={body} texts={texts} />
          </p>
        )}
        <section>
          <h4 className="text-meta font-medium text-text-2">{texts.answers}</h4>
          <ul className="flex flex-col gap-1">
            {Object.entries(responses).map(([status, answer]) => (
              <AnswerItem key={status} status={status} answer={answer} texts={texts} />
            ))}
          </ul>
        </section>
        {operation['x-codeSamples'].map(({ source }) => (
          <CodeBlock
            key={source}
            label={texts.example.replace('{name}', summary)}
            heading={
              <code dir="ltr" className="px-2 text-meta text-text-2">
                curl
              </code>
            }
            parts={[{ text: source }]}
            texts={copy}
          />
        ))}
      </div>
    </Card>
  )
}
