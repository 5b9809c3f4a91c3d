import Link from 'next/link'
import { ChevronLeft } from 'lucide-react'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import type { OpenApiDocument } from '@/lib/openapi/document-types'
import { methods } from '@/lib/openapi/types'
import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { addressExample, pagesExample, tokenExample } from './api-examples'
import { OperationCard, type CopyTexts } from './api-operation'
import { SchemaCard, type ApiPageTexts } from './api-schemas'
import { ApiText } from './api-text'

export interface ApiPageProps {
  readonly document: OpenApiDocument
  readonly language: Language
  readonly apiScope: string
  readonly requestsPerMinute: number
  /** Whether the server accepts tokens of azure-cli. */
  readonly takesAzureCli: boolean
  /** Origin of the page. */
  readonly origin: string
}

function operationsOf(document: OpenApiDocument, tag: string) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      return operation?.tags.includes(tag) === true ? [{ path, method, operation }] : []
    }),
  )
}

interface BeginProps extends Omit<ApiPageProps, 'document' | 'language'> {
  readonly texts: ApiPageTexts
  readonly copy: CopyTexts
}

function Begin({ texts, copy, apiScope, takesAzureCli, requestsPerMinute, origin }: BeginProps) {
  // A program for one person: no token opens its API.
  if (apiScope === '') return <Card title={texts.begin}>{texts.notHere}</Card>
  const steps = [
    [texts.address, addressExample(origin)],
    [texts.token, tokenExample(apiScope)],
    [texts.fleet, pagesExample],
  ] as const
  return (
    <Card title={texts.begin}>
      <div className="flex flex-col gap-3">
        {steps.map(([label, source]) => (
          <CodeBlock
            key={label}
            label={label}
            heading={<span className="px-2 text-meta text-text-2">{label}</span>}
            parts={[{ text: source }]}
            texts={copy}
          />
        ))}
        <p className="prose-body">
          <ApiText text={takesAzureCli ? texts.allowed : texts.notAllowed} />
        </p>
        <h3 className="font-medium">{texts.limits}</h3>
        <p className="prose-body">
          <ApiText text={texts.limit.replace('{requests}', String(requestsPerMinute))} />
        </p>
      </div>
    </Card>
  )
}

function Errors({ document, texts }: { readonly document: OpenApiDocument; readonly texts: ApiPageTexts }) {
  return (
    <Card title={texts.errors}>
      <p className="prose-body mb-2">{texts.errorsLead}</p>
      <table className="w-full" aria-label={texts.errors}>
        <thead>
          <tr className="text-left text-meta text-text-2">
            <th scope="col" className="font-medium">
              {texts.code}
            </th>
            <th scope="col" className="px-3 font-medium">
              {texts.status}
            </th>
            <th scope="col" className="font-medium">
              {texts.meaning}
            </th>
          </tr>
        </thead>
        <tbody>
          {document['x-errors'].map(({ code, status, retryable, description }) => (
            <tr key={code} id={code} className="scroll-mt-16 border-t border-line align-top">
              <th scope="row" dir="ltr" className="py-1.5 text-left font-mono text-code font-normal wrap-anywhere">
                {code}
              </th>
              <td className="px-3 py-1.5 tabular-nums">{status}</td>
              <td className="py-1.5">
                {description}
                <span className="block text-meta text-text-2">
                  {texts.again}: {retryable ? texts.retryable : texts.notRetryable}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** The API's OpenAPI document as a page, in the user's language: it contains nothing that is not in the document. */
export function ApiPage({ document, language, ...deployment }: ApiPageProps) {
  const { api, help, ui } = messages[language]
  const { page: texts } = api
  return (
    <article className="flex max-w-[61rem] flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-col gap-2">
        <Link className="prose-link inline-flex items-center gap-1 self-start" href="/help">
          <ChevronLeft size={14} aria-hidden />
          {help.back}
        </Link>
        <h1 className="text-page font-semibold tracking-heading">{document.info.title}</h1>
        <p className="prose-body">
          <ApiText text={document.info.description} />
        </p>
        <a className="prose-link self-start" href="/api/v1/openapi.json">
          {texts.document}
        </a>
      </header>
      <nav aria-label={texts.toc} className="card p-4">
        <ul className="flex flex-col gap-2">
          {document.tags.map(({ name, description }) => (
            <li key={name}>
              <span className="font-medium">{description}</span>
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {operationsOf(document, name).map(({ operation }) => (
                  <li key={operation.operationId}>
                    <a className="prose-link" href={`#${operation.operationId}`}>
                      {operation.summary}
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <Begin {...deployment} texts={texts} copy={ui} />
      {document.tags.map(({ name, description }) => (
        <section key={name} className="flex flex-col gap-3">
          <h2 className="text-section font-semibold">{description}</h2>
          {operationsOf(document, name).map((each) => (
            <OperationCard key={each.operation.operationId} {...each} texts={texts} copy={ui} />
          ))}
        </section>
      ))}
      <Errors document={document} texts={texts} />
      <section className="flex flex-col gap-3">
        <h2 className="text-section font-semibold">{texts.schemas}</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <SchemaCard key={name} name={name} schema={schema} texts={texts} />
        ))}
      </section>
    </article>
  )
}
