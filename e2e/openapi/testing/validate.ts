import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenApiDocument, ResponseObject } from '@/lib/openapi/document-types'
import type { JsonSchema } from '@/lib/openapi/schemas'

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same schema without additional fields. Clients must accept new fields in answers; here, a field that is missing
 * in the document is a mistake.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (!isObject(schema)) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  const isOpen = isObject(schema['properties']) && !('additionalProperties' in schema) && !('allOf' in schema)
  return isOpen ? { ...inner, additionalProperties: false } : inner
}

/** Checks values against the schemas of a document. */
export class Judge {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true })
  readonly #known = new Map<string, ValidateFunction>()

  constructor(document: OpenApiDocument) {
    addFormats.default(this.#ajv)
    this.#ajv.addSchema({ $id: 'document:', components: closed(document.components) as Json })
  }

  /** The faults of a value; empty for none. */
  faults(schema: JsonSchema, value: unknown): readonly string[] {
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components/', '"document:#/components/')
    let check = this.#known.get(text)
    if (check === undefined) {
      check = this.#ajv.compile(JSON.parse(text) as Json)
      this.#known.set(text, check)
    }
    if (check(value)) return []
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
    )
  }
}

/** Every fault of an answer by the document's description; empty for none. */
export async function faultsOf(
  judge: Judge,
  described: ResponseObject,
  response: Response,
): Promise<readonly string[]> {
  // An unauthenticated caller has no quota, and not every outage has a known end.
  const missing = Object.keys(described.headers).filter((name) => {
    if (name.startsWith('RateLimit') || (name === 'Retry-After' && response.status === 503)) return false
    return !response.headers.has(name)
  })
  const faults = missing.map((name) => `no header ${name}`)
  const text = await response.text()
  const [kind] = (response.headers.get('content-type') ?? '').split(';')
  if (described.content === undefined) return text === '' ? faults : [...faults, 'a body where there is none']
  const media = described.content[kind ?? '']
  if (media === undefined) return [...faults, `no answer of ${kind ?? 'no type'} is described`]
  const line = media['x-itemSchema']
  const values: unknown[] =
    line === undefined
      ? [JSON.parse(text)]
      : text
          .split('\n')
          .filter((each) => each !== '')
          .map((each): unknown => JSON.parse(each))
  return [...faults, ...values.flatMap((value) => judge.faults(line ?? media.schema, value))]
}
