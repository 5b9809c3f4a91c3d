import type { Messages } from '@/lib/i18n/messages'
import type { SameKeys } from '@/lib/i18n/shape'
import { fieldsOf, type Field } from '@/lib/openapi/fields'
import type { JsonSchema } from '@/lib/openapi/schemas'
import { Card } from '@/components/ui/card'
import { ApiText } from './api-text'

export type ApiPageTexts = SameKeys<Messages['api']['page']>

/** Up to this many values are shown; more are folded. */
const fewValues = 8

function Values({ values, texts }: { readonly values: readonly string[]; readonly texts: ApiPageTexts }) {
  const list = (
    <span dir="ltr" className="font-mono text-code wrap-anywhere text-text-2">
      {values.join(' · ')}
    </span>
  )
  if (values.length <= fewValues) return list
  return (
    <details>
      <summary className="cursor-pointer text-text-2">{texts.values.replace('{count}', String(values.length))}</summary>
      {list}
    </details>
  )
}

function FieldRow({ field, texts }: { readonly field: Field; readonly texts: ApiPageTexts }) {
  const { path, type, refers, values, optional } = field
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" dir="ltr" className="py-1.5 pr-4 text-left font-mono text-code font-normal wrap-anywhere">
        {path}
      </th>
      <td className="py-1.5">
        <span dir="ltr" className="font-mono text-code">
          {refers === null ? (
            type
          ) : (
            <a className="prose-link" href={`#${refers}`}>
              {type}
            </a>
          )}
        </span>
        {optional && <span className="text-meta text-text-2"> · {texts.optional}</span>}
        {values.length > 0 && (
          <div>
            <Values values={values} texts={texts} />
          </div>
        )}
      </td>
    </tr>
  )
}

interface SchemaCardProps {
  readonly name: string
  readonly schema: JsonSchema
  readonly texts: ApiPageTexts
}

/** A schema of the document: its meaning and, folded, its fields: all schemas together have a thousand rows. */
export function SchemaCard({ name, schema, texts }: SchemaCardProps) {
  const fields = fieldsOf(schema)
  return (
    <Card id={name} className="scroll-mt-16">
      <h3 id={`${name}-name`} dir="ltr" className="font-mono font-semibold">
        {name}
      </h3>
      <p className="prose-body mb-2 text-text-2">
        <ApiText text={schema.description ?? ''} />
      </p>
      <details>
        <summary className="cursor-pointer text-text-2">
          {texts.fields.replace('{count}', String(fields.length))}
        </summary>
        <table className="mt-2 w-full table-fixed" aria-labelledby={`${name}-name`}>
          <thead>
            <tr className="text-left text-meta text-text-2">
              <th scope="col" className="w-2/5 font-medium">
                {texts.field}
              </th>
              <th scope="col" className="font-medium">
                {texts.type}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow key={`${field.path} ${field.type}`} field={field} texts={texts} />
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  )
}
