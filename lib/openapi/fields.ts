import type { JsonSchema } from './schemas'

/** One field of a schema, as a line of a table. */
export interface Field {
  /** The path to the field: `rows[].state`; a field of one kind only has the kind in brackets. */
  readonly path: string
  readonly type: string
  /** Name of the schema of the field, or of its items; null without a name. */
  readonly refers: string | null
  /** Every possible value; empty for an open set. */
  readonly values: readonly string[]
  readonly optional: boolean
}

type Part = JsonSchema | boolean

const isSchema = (part: Part | undefined): part is JsonSchema => typeof part === 'object'

/** A nullable schema without the null. */
function withoutNull(schema: JsonSchema): readonly [JsonSchema, boolean] {
  const parts = (schema.anyOf ?? []).filter(isSchema)
  const [only, second] = parts.filter(({ type }) => type !== 'null')
  const isNullable = only !== undefined && second === undefined && parts.length === 2
  return isNullable ? [only, true] : [schema, false]
}

const nameOf = (reference: string): string => reference.split('/').at(-1) ?? ''

function typeOf(schema: JsonSchema): string {
  const { type, $ref } = schema
  if ($ref !== undefined) return nameOf($ref)
  const [first, ...rest]: readonly string[] = Array.isArray(type) ? type : [type ?? 'JSON']
  return [first ?? 'JSON', ...rest].join(' | ')
}

/** Values of a closed set; a constant is a set of one. */
function valuesOf(schema: JsonSchema): readonly string[] {
  if (schema.const !== undefined) return [String(schema.const)]
  return (schema.enum ?? []).map(String)
}

/** The discriminator of a union: the first field with a single value. */
function kindOf({ properties = {} }: JsonSchema, index: number): string {
  const constant = Object.values(properties).find((part) => isSchema(part) && part.const !== undefined)
  return isSchema(constant) ? String(constant.const) : String(index + 1)
}

function leaf(path: string, schema: JsonSchema, more: { nullable: boolean; optional: boolean; list: boolean }): Field {
  const type = `${typeOf(schema)}${more.list ? '[]' : ''}${more.nullable ? ' | null' : ''}`
  const refers = schema.$ref === undefined ? null : nameOf(schema.$ref)
  return { path, type, refers, values: valuesOf(schema), optional: more.optional }
}

function fieldsAt(path: string, given: JsonSchema, optional: boolean): readonly Field[] {
  const [schema, nullable] = withoutNull(given)
  const kinds = (schema.oneOf ?? schema.anyOf ?? []).filter(isSchema)
  if (kinds.length > 0)
    return kinds.flatMap((kind, index) => fieldsAt(`${path}(${kindOf(kind, index)})`, kind, optional))
  if (schema.type === 'array') return itemsAt(path, schema, { nullable, optional })
  const inner = Object.entries(schema.properties ?? {})
  if (inner.length === 0) return [leaf(path, schema, { nullable, optional, list: false })]
  const own = nullable || optional ? [leaf(path, schema, { nullable, optional, list: false })] : []
  return [
    ...own,
    ...inner.flatMap(([name, part]) =>
      isSchema(part)
        ? fieldsAt(path === '' ? name : `${path}.${name}`, part, schema.required?.includes(name) !== true)
        : [],
    ),
  ]
}

function itemsAt(
  path: string,
  { items }: JsonSchema,
  more: { readonly nullable: boolean; readonly optional: boolean },
): readonly Field[] {
  const [item] = Array.isArray(items) ? items : [items]
  if (!isSchema(item)) return []
  const isFlat = item.properties === undefined && item.oneOf === undefined && item.anyOf === undefined
  return isFlat ? [leaf(path, item, { ...more, list: true })] : fieldsAt(`${path}[]`, item, more.optional)
}

/** The fields of a schema, nested ones with their paths. A named schema is referred to, not repeated. */
export function fieldsOf(schema: JsonSchema): readonly Field[] {
  return fieldsAt('', schema, false)
}
