import { z } from 'zod'
import { shapeAt, type Facts, type Shape } from '@/lib/wire/published/shape'

/**
 * One file of Azure/bicep-types-az: an array in which `#/N` names the N-th entry.
 * https://github.com/Azure/bicep-types/blob/main/src/bicep-types/src/types.ts
 */
const reference = z.object({ $ref: z.string() })
const property = z.object({ type: reference, flags: z.number() })
const properties = z.record(z.string(), property)
const entrySchema = z.discriminatedUnion('$type', [
  z.object({ $type: z.literal('StringType') }),
  z.object({ $type: z.literal('IntegerType') }),
  z.object({ $type: z.literal('BooleanType') }),
  z.object({ $type: z.literal('AnyType') }),
  z.object({ $type: z.literal('StringLiteralType'), value: z.string() }),
  z.object({ $type: z.literal('UnionType'), elements: z.array(reference) }),
  z.object({ $type: z.literal('ArrayType'), itemType: reference }),
  z.object({ $type: z.literal('ObjectType'), properties, additionalProperties: reference.optional() }),
  z.object({
    $type: z.literal('DiscriminatedObjectType'),
    discriminator: z.string(),
    baseProperties: properties,
    elements: z.record(z.string(), reference),
  }),
  z.object({ $type: z.literal('ResourceType'), name: z.string(), body: reference }),
  z.object({ $type: z.literal('ResourceFunctionType') }),
])
type Entry = z.infer<typeof entrySchema>
type Properties = z.infer<typeof properties>

const flags = { required: 1, writeOnly: 4 } as const

/** The published types of one provider at one api-version. */
export class Published {
  readonly #entries: readonly Entry[]

  constructor(json: unknown) {
    this.#entries = z.array(entrySchema).parse(json)
  }

  /** The schema of a resource's body; undefined if the file has no such type. */
  resource(type: string): Shape | undefined {
    const wanted = `${type.toLowerCase()}@`
    const found = this.#entries.find(
      (entry) => entry.$type === 'ResourceType' && entry.name.toLowerCase().startsWith(wanted),
    )
    return found?.$type === 'ResourceType' ? this.#shape(this.#at(found.body)) : undefined
  }

  #at({ $ref }: z.infer<typeof reference>): Entry {
    const entry = this.#entries[Number($ref.replace('#/', ''))]
    if (entry === undefined) throw new Error(`no entry ${$ref}`)
    return entry
  }

  #object(known: Properties): Shape {
    // Write-only properties are not in an answer.
    const answered = Object.entries(known).filter(([, each]) => (each.flags & flags.writeOnly) === 0)
    const byName = new Map(answered)
    return {
      kind: 'object',
      names: () => [...byName.keys()],
      required: (name) => ((byName.get(name)?.flags ?? 0) & flags.required) !== 0,
      child: (name) => {
        const found = byName.get(name)
        return found === undefined ? undefined : this.#shape(this.#at(found.type))
      },
    }
  }

  /** All variants together: choosing the variant of a body would require reading it first. */
  #discriminated({ discriminator, baseProperties, elements }: Entry & { $type: 'DiscriminatedObjectType' }): Shape {
    const variants = Object.values(elements).flatMap((each) => {
      const variant = this.#at(each)
      return variant.$type === 'ObjectType' ? Object.entries(variant.properties) : []
    })
    const all = this.#object(Object.fromEntries([...variants, ...Object.entries(baseProperties)]))
    if (all.kind !== 'object') return all
    const words: Shape = { kind: 'leaf', fact: `enum ${Object.keys(elements).toSorted().join('|')}` }
    return { ...all, child: (name) => (name === discriminator ? words : all.child(name)) }
  }

  #words(entry: Entry): readonly string[] {
    if (entry.$type === 'StringLiteralType') return [entry.value]
    if (entry.$type === 'UnionType') return entry.elements.flatMap((each) => this.#words(this.#at(each)))
    return ['*']
  }

  #shape(entry: Entry): Shape {
    switch (entry.$type) {
      case 'StringType':
        return { kind: 'leaf', fact: 'string' }
      case 'IntegerType':
        return { kind: 'leaf', fact: 'integer' }
      case 'BooleanType':
        return { kind: 'leaf', fact: 'boolean' }
      case 'StringLiteralType':
      case 'UnionType': {
        const words = this.#words(entry)
        return { kind: 'leaf', fact: words.includes('*') ? 'open' : `enum ${words.toSorted().join('|')}` }
      }
      case 'ArrayType':
        return { kind: 'list', item: () => this.#shape(this.#at(entry.itemType)) }
      case 'ObjectType': {
        const { additionalProperties: item } = entry
        if (item !== undefined && Object.keys(entry.properties).length === 0)
          return { kind: 'map', item: () => this.#shape(this.#at(item)) }
        return this.#object(entry.properties)
      }
      case 'DiscriminatedObjectType':
        return this.#discriminated(entry)
      case 'AnyType':
      case 'ResourceType':
      case 'ResourceFunctionType':
        return { kind: 'leaf', fact: 'any' }
    }
  }
}

/** Splits a path into that of the surrounding object and the last name. */
function partsOf(path: string): readonly [parent: string, name: string] {
  const end = path.lastIndexOf('.')
  return end === -1 ? ['', path] : [path.slice(0, end), path.slice(end + 1)]
}

function objectAt(shape: Shape, path: string): (Shape & { kind: 'object' }) | undefined {
  const at = path === '' ? shape : shapeAt(shape, path)
  return at?.kind === 'object' ? at : undefined
}

/** The required leaves in the same object as a path. */
function requiredBeside(shape: Shape, path: string): readonly string[] {
  const [parent] = partsOf(path)
  const around = objectAt(shape, parent)
  const names = around?.names().filter((name) => around.required(name) && around.child(name)?.kind === 'leaf') ?? []
  return names.map((name) => (parent === '' ? name : `${parent}.${name}`))
}

/** The published leaves at these paths, and the required leaves in the same objects. */
export function factsAt(shape: Shape, paths: readonly string[]): Facts {
  const wanted = [...new Set([...paths, ...paths.flatMap((path) => requiredBeside(shape, path))])].toSorted()
  const facts: Record<string, string> = {}
  for (const path of wanted) {
    const at = shapeAt(shape, path)
    const goesDeeper = wanted.some((each) => each.startsWith(`${path}.`) || each.startsWith(`${path}[]`))
    if (at === undefined || goesDeeper) continue
    const [parent, name] = partsOf(path)
    const isRequired = objectAt(shape, parent)?.required(name) === true
    // Properties below an object that is neither sent nor read in more detail are irrelevant.
    facts[path] = `${isRequired ? '!' : ''}${at.kind === 'leaf' ? at.fact : 'any'}`
  }
  return facts
}
