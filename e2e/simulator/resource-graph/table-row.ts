import type { SimVm } from '../model/vm'
import { memberOf, type Column, type Row, type Value } from './language/values'

const text = (name: string): Column => ({ name, type: 'string' })
const dynamic = (name: string): Column => ({ name, type: 'dynamic' })

/** Columns of every table, in the order of a row without `project` (resource-graph-language.md 1.8). */
export const tableColumns: readonly Column[] = [
  ...['id', 'name', 'type', 'tenantId', 'kind', 'location', 'resourceGroup', 'subscriptionId', 'managedBy'].map(text),
  ...['sku', 'plan', 'properties', 'tags', 'identity', 'zones', 'extendedLocation'].map(dynamic),
]

/** The input of a cell: the VM, its part that the row represents, and the world's time. */
export interface Cell<Part> {
  readonly vm: SimVm
  readonly part: Part
  readonly now: number
}

export type CellReader<Part> = (cell: Cell<Part>) => Value

/** How rows of one resource type are read: columns of their own, and `properties` member by member. */
export interface RowShape<Part> {
  readonly type: string
  readonly columns: Readonly<Record<string, CellReader<Part>>>
  readonly properties: Readonly<Record<string, CellReader<Part>>>
}

const shared: Readonly<Record<string, (vm: SimVm) => Value>> = {
  subscriptionId: (vm) => vm.subscriptionId,
  resourceGroup: (vm) => vm.resourceGroup.toLowerCase(),
  location: (vm) => vm.region,
  zones: (vm) => (vm.zones.length === 0 ? null : vm.zones),
}

/** A resource in Resource Graph; its parts are built on demand. */
export class TableRow<Part> implements Row, Cell<Part> {
  /** The last read property: columns of a query often use the same one in sequence. */
  #last: { readonly key: string | number; readonly value: Value } | null = null

  constructor(
    private readonly shape: RowShape<Part>,
    private readonly tenantId: string,
    readonly vm: SimVm,
    readonly part: Part,
    readonly now: number,
  ) {}

  get(column: string): Value {
    if (column === 'properties') return this.whole()
    if (column === 'type') return this.shape.type
    if (column === 'tenantId') return this.tenantId
    const own = this.shape.columns[column]
    if (own !== undefined) return own(this) ?? null
    return shared[column]?.(this.vm) ?? null
  }

  member(column: string, key: string | number): Value {
    if (column !== 'properties') return memberOf(this.get(column), key)
    if (this.#last?.key === key) return this.#last.value
    const { properties } = this.shape
    const value = Object.hasOwn(properties, key) ? (properties[key]?.(this) ?? null) : null
    this.#last = { key, value }
    return value
  }

  private whole(): Record<string, Value> {
    const entries = Object.entries(this.shape.properties).map(([key, read]) => [key, read(this)] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined))
  }
}
