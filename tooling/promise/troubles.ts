import { objectOf } from '@/lib/wire/read'
import { promiseInputs, type PromiseInput } from './inputs'
import type { VmWorld } from './worlds'

export const kindsOfTrouble = ['missing', 'null', 'other-type', 'late', 'hidden'] as const
export type KindOfTrouble = (typeof kindsOfTrouble)[number]

/** One corrupted input of one VM. */
export interface Trouble {
  readonly input: PromiseInput
  readonly kind: KindOfTrouble
  /** The lost or changed part is the only trace of ADE in the inventory: then the inventory is evidence for its time only. */
  readonly apply: (world: VmWorld) => VmWorld | null
}

type Roll = (most: number) => number
type Change = (value: unknown) => unknown

/** Values of types that are wrong for every input. */
const unauthenticated: readonly unknown[] = [7, 'strange', true, {}, ['x'], [], 0.5]
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

function otherType(roll: Roll): Change {
  return (value) => {
    const others = unauthenticated.filter((each) => typeOf(each) !== typeOf(value))
    return others[roll(others.length)]
  }
}

/** Changes the value at a path; null if the path has no value. `[]` takes one element. */
export function changed(value: unknown, path: readonly string[], change: Change, roll: Roll): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (step === '[]') {
    if (!Array.isArray(value) || value.length === 0) return null
    const index = roll(value.length)
    const inner = changed(value[index], rest, change, roll)
    return inner === null ? null : value.map((each: unknown, at) => (at === index ? inner : each))
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null
  const entries = Object.entries(value)
  const inner: unknown = changed(entries.find(([key]) => key === step)?.[1], rest, change, roll)
  if (inner === null && rest.length > 0) return null
  return Object.fromEntries(
    entries.flatMap(([key, each]) => (key !== step ? [[key, each]] : inner === gone ? [] : [[key, inner]])),
  )
}

const gone = Symbol('gone')

/** The steps of a path such as `resources[].properties`. */
export const pathOf = (input: string): readonly string[] =>
  input.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))

function bodyTrouble(input: PromiseInput, kind: KindOfTrouble, roll: Roll): Trouble {
  const path = pathOf(input)
  const change: Change = kind === 'missing' ? () => gone : kind === 'null' ? () => null : otherType(roll)
  return {
    input,
    kind,
    apply: (world) => {
      const body = changed(world.body, path, change, roll)
      return body === null ? null : { ...world, body: objectOf(body) ?? {} }
    },
  }
}

function columnTrouble(input: PromiseInput, kind: KindOfTrouble, roll: Roll): Trouble {
  const column = input.slice('graph:'.length)
  return {
    input,
    kind,
    apply: (world) => {
      if (kind === 'null') return { ...world, row: { ...world.row, [column]: null } }
      if (kind === 'missing')
        return { ...world, row: Object.fromEntries(Object.entries(world.row).filter(([key]) => key !== column)) }
      // 0 and 1 are flags, and no other number equals a text.
      const strange = [{}, ['x'], [], 0.5, 'strange'].filter(
        (each) => typeOf(each) !== 'string' || typeof world.row[column] === 'number',
      )
      return { ...world, row: { ...world.row, [column]: strange[roll(strange.length)] } }
    },
  }
}

/** Rows of one table that lag behind, or that the caller may not see. */
function rowTrouble(input: 'graph:extensions' | 'graph:stamped-disks', kind: 'late' | 'hidden'): Trouble {
  return {
    input,
    kind,
    apply: (world) => {
      if (input === 'graph:extensions') {
        const rest = world.stamped.length > 0 || world.row.dualPass === 1
        // While the extension is being installed, the VM's own row shows an update in progress.
        return world.extensions.length === 0
          ? null
          : { ...world, extensions: [], row: rest ? world.row : { ...world.row, prov: 'Updating' } }
      }
      if (world.stamped.length === 0) return null
      if (kind === 'hidden') return { ...world, stamped: [], hidden: true }
      return world.extensions.length > 0 || world.row.dualPass === 1 ? { ...world, stamped: [] } : null
    },
  }
}

const isInput = (name: string): name is PromiseInput => Object.hasOwn(promiseInputs, name)
const inputs = Object.keys(promiseInputs).filter(isInput)
const tables: readonly PromiseInput[] = ['graph:vms', 'graph:extensions', 'graph:stamped-disks', 'graph:hidden-disks']
const columns = inputs.filter((input) => input.startsWith('graph:') && !tables.includes(input))
const parts = inputs.filter((input) => !input.startsWith('graph:'))
const damage = ['missing', 'null', 'other-type'] as const

/** Every fault that one VM can have, so that a table can iterate over them. */
export function allTroubles(roll: Roll): readonly Trouble[] {
  return [
    ...columns.flatMap((input) => damage.map((kind) => columnTrouble(input, kind, roll))),
    ...parts.flatMap((input) => damage.map((kind) => bodyTrouble(input, kind, roll))),
    rowTrouble('graph:extensions', 'late'),
    rowTrouble('graph:stamped-disks', 'late'),
    rowTrouble('graph:stamped-disks', 'hidden'),
  ]
}
