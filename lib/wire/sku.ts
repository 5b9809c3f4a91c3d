import { fieldOf, listOf, objectOf, textOf } from './read'

/** An entry of `Microsoft.Compute/skus`. https://learn.microsoft.com/rest/api/compute/resource-skus/list */
export interface Sku {
  readonly resourceType: string | undefined
  readonly name: string | undefined
  /** Names and values as Azure writes them; all are text. */
  readonly capabilities: ReadonlyMap<string, string>
}

function readCapability(json: unknown): readonly [string, string] | undefined {
  const name = textOf(fieldOf(objectOf(json), 'name'))
  const value = textOf(fieldOf(objectOf(json), 'value'))
  return name === undefined || value === undefined ? undefined : [name, value]
}

export function readSku(json: unknown): Sku | undefined {
  const sku = objectOf(json)
  return (
    sku && {
      resourceType: textOf(fieldOf(sku, 'resourceType')),
      name: textOf(fieldOf(sku, 'name')),
      capabilities: new Map(listOf(fieldOf(sku, 'capabilities'), readCapability) ?? []),
    }
  )
}
