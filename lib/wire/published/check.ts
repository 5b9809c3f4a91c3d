import type { Shape } from './shape'

/**
 * How a place in a body differs from the published shape. `expected` and `found` name kinds, never a value of the body.
 */
export interface BodyProblem {
  readonly code: 'type' | 'word' | 'unpublished' | 'spelling' | 'missing'
  readonly expected: string
  readonly found: string
}

type Found = (path: string, problem: BodyProblem | null) => void

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The kind of a JSON value in one word. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

const wrongType = (expected: string, value: unknown): BodyProblem => ({ code: 'type', expected, found: kindOf(value) })

/** The problem of a leaf; null for a correct one. */
function leafProblem(fact: string, value: unknown): BodyProblem | null {
  if (fact === 'any') return null
  if (fact === 'integer') return Number.isInteger(value) ? null : wrongType('integer', value)
  if (fact === 'boolean') return typeof value === 'boolean' ? null : wrongType('boolean', value)
  if (typeof value !== 'string') return wrongType('text', value)
  if (fact === 'string' || fact === 'open') return null
  const words = fact.slice('enum '.length).split('|')
  return words.includes(value) ? null : { code: 'word', expected: words.join(', '), found: 'another word' }
}

function checkObject(
  shape: Shape & { kind: 'object' },
  body: Readonly<Record<string, unknown>>,
  path: string,
  found: Found,
) {
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`)
  for (const [name, value] of Object.entries(body)) {
    const child = shape.child(name)
    if (child !== undefined) walk(child, value, below(name), found)
    else {
      const spelled = shape.names().find((each) => each.toLowerCase() === name.toLowerCase())
      found(below(name), {
        code: spelled === undefined ? 'unpublished' : 'spelling',
        expected: spelled ?? 'nothing',
        found: 'another name',
      })
    }
  }
  // An object with an id alone is a reference: lists name a VM's extensions this way.
  if (Object.keys(body).join(',') === 'id') return
  for (const name of shape.names().filter((each) => shape.required(each) && body[each] === undefined))
    found(below(name), { code: 'missing', expected: 'a value', found: 'nothing' })
}

/** Compares a body with the published shape. Calls back for every leaf, with its problem or null. */
function walk(shape: Shape, body: unknown, path: string, found: Found): void {
  if (shape.kind === 'leaf') found(path, leafProblem(shape.fact, body))
  else if (shape.kind === 'list') {
    if (Array.isArray(body) && body.length === 0) found(`${path}[]`, null)
    else if (Array.isArray(body)) for (const element of body) walk(shape.item(), element, `${path}[]`, found)
    else found(path, wrongType('list', body))
  } else if (!isObject(body)) found(path, wrongType('object', body))
  else if (shape.kind === 'map') {
    if (Object.keys(body).length === 0) found(`${path}.*`, null)
    for (const value of Object.values(body)) walk(shape.item(), value, `${path}.*`, found)
  } else checkObject(shape, body, path, found)
}

/** The problems of a body, by path: the first one of each path. */
export function problemsOf(shape: Shape, body: unknown): ReadonlyMap<string, BodyProblem> {
  const problems = new Map<string, BodyProblem>()
  walk(shape, body, '', (path, problem) => {
    if (problem !== null && !problems.has(path)) problems.set(path, problem)
  })
  return problems
}

/** The published paths of a body's leaves. */
export function pathsOf(shape: Shape, body: unknown): readonly string[] {
  const paths = new Set<string>()
  walk(shape, body, '', (path, problem) => {
    if (problem === null) paths.add(path)
  })
  return [...paths]
}
