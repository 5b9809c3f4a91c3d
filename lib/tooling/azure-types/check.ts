import type { Shape } from './shape'

type Found = (path: string, problem: string | null) => void

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** What is wrong with a leaf; null where nothing is. */
function leafProblem(fact: string, value: unknown): string | null {
  if (fact === 'any') return null
  const found = kindOf(value)
  if (fact === 'integer') return Number.isInteger(value) ? null : `${found} where an integer is published`
  if (fact === 'boolean') return found === 'boolean' ? null : `${found} where a boolean is published`
  if (typeof value !== 'string') return `${found} where a text is published`
  if (fact === 'string' || fact === 'open') return null
  const words = fact.slice('enum '.length).split('|')
  return words.includes(value) ? null : `'${value}' is none of ${words.join(', ')}`
}

function checkObject(
  shape: Shape & { kind: 'object' },
  body: Readonly<Record<string, unknown>>,
  path: string,
  found: Found,
) {
  for (const [name, value] of Object.entries(body)) {
    const at = path === '' ? name : `${path}.${name}`
    const child = shape.child(name)
    if (child !== undefined) walk(child, value, at, found)
    else {
      const spelled = shape.names().find((each) => each.toLowerCase() === name.toLowerCase())
      found(at, spelled === undefined ? 'is not published' : `is spelled ${spelled}`)
    }
  }
  // An id alone is a reference: lists name a VM's extensions so.
  if (Object.keys(body).join(',') === 'id') return
  for (const name of shape.names().filter((each) => shape.required(each) && body[each] === undefined))
    found(path === '' ? name : `${path}.${name}`, 'is required and missing')
}

/** Compares a body with what is published. Every leaf is handed on, with what is wrong with it or null. */
function walk(shape: Shape, body: unknown, path: string, found: Found): void {
  if (shape.kind === 'leaf') found(path, leafProblem(shape.fact, body))
  else if (shape.kind === 'list') {
    if (Array.isArray(body) && body.length === 0) found(`${path}[]`, null)
    else if (Array.isArray(body)) for (const element of body) walk(shape.item(), element, `${path}[]`, found)
    else found(path, `${kindOf(body)} where a list is published`)
  } else if (!isObject(body)) found(path, `${kindOf(body)} where an object is published`)
  else if (shape.kind === 'map') {
    if (Object.keys(body).length === 0) found(`${path}.*`, null)
    for (const value of Object.values(body)) walk(shape.item(), value, `${path}.*`, found)
  } else checkObject(shape, body, path, found)
}

/** What is wrong with a body, each once. */
export function problemsOf(shape: Shape, body: unknown): readonly string[] {
  const problems = new Set<string>()
  walk(shape, body, '', (path, problem) => {
    if (problem !== null) problems.add(`${path} ${problem}`)
  })
  return [...problems]
}

/** The paths of a body's leaves that are published. */
export function pathsOf(shape: Shape, body: unknown): readonly string[] {
  const paths = new Set<string>()
  walk(shape, body, '', (path, problem) => {
    if (problem === null) paths.add(path)
  })
  return [...paths]
}
