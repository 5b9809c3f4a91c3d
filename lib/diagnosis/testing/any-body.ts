import * as fc from 'fast-check'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { problemKinds } from '../kinds'
import { problemCases } from './problem-cases'

/** The bodies of all cases. */
export const bodies: readonly object[] = problemKinds.flatMap((kind) => [
  vmBody(problemCases[kind].shows),
  vmBody(problemCases[kind].not),
])

/** Replaces one value anywhere in a body. */
function mutate(value: unknown, path: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return replacement
  const keys = Object.keys(value)
  const key = keys[step % Math.max(keys.length, 1)]
  if (key === undefined) return replacement
  const child = mutate(Object.entries(value).find(([name]) => name === key)?.[1], rest, replacement)
  return Array.isArray(value)
    ? value.map((entry, index) => (String(index) === key ? child : entry))
    : { ...value, [key]: child }
}

const path = fc.array(fc.nat(20), { maxLength: 8 })
const mutated = fc
  .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(path, fc.jsonValue()), { maxLength: 4 }))
  .map(([body, changes]) => changes.reduce<unknown>((value, [at, to]) => mutate(value, at, to), body))

/** Any JSON value: a VM's body with some values replaced, or unrelated JSON. */
export const anyBody: fc.Arbitrary<unknown> = fc.oneof(mutated, fc.jsonValue())
