/**
 * The published type of one place in a body. A leaf's kind is `string`, `integer`, `boolean`, `any`, or an enumeration:
 * `enum a|b` for a closed one, `open` for one that allows any word.
 */
export type Shape =
  | { readonly kind: 'leaf'; readonly fact: string }
  | { readonly kind: 'list'; readonly item: () => Shape }
  | { readonly kind: 'map'; readonly item: () => Shape }
  | {
      readonly kind: 'object'
      readonly names: () => readonly string[]
      readonly required: (name: string) => boolean
      readonly child: (name: string) => Shape | undefined
    }

/** Facts of one resource type at one api-version: a leaf's kind by its path; `!` before it where it is required. */
export type Facts = Readonly<Record<string, string>>

interface Branch {
  readonly children: Map<string, Branch>
  fact: string | null
}

const newBranch = (): Branch => ({ children: new Map(), fact: null })

/** The steps of a path such as `properties.disks[].name` or `tags.*`; a list's element is the step `[]`. */
function stepsOf(path: string): readonly string[] {
  return path.replaceAll('[]', '.[]').split('.')
}

function shapeOf(branch: Branch): Shape {
  if (branch.fact !== null) return { kind: 'leaf', fact: branch.fact.replace(/^!/, '') }
  const element = branch.children.get('[]')
  if (element !== undefined) return { kind: 'list', item: () => shapeOf(element) }
  const value = branch.children.get('*')
  if (value !== undefined) return { kind: 'map', item: () => shapeOf(value) }
  return {
    kind: 'object',
    names: () => [...branch.children.keys()],
    required: (name) => branch.children.get(name)?.fact?.startsWith('!') === true,
    child: (name) => {
      const found = branch.children.get(name)
      return found === undefined ? undefined : shapeOf(found)
    },
  }
}

/** Builds the shape that facts describe. */
export function shapeOfFacts(facts: Facts): Shape {
  const root = newBranch()
  for (const [path, fact] of Object.entries(facts)) {
    let at = root
    for (const step of stepsOf(path)) {
      const next = at.children.get(step) ?? newBranch()
      at.children.set(step, next)
      at = next
    }
    at.fact = fact
  }
  return shapeOf(root)
}

/** The shape at a path below another; undefined where none is published. */
export function shapeAt(shape: Shape, path: string): Shape | undefined {
  return stepsOf(path).reduce<Shape | undefined>((at, step) => {
    if (at === undefined || at.kind === 'leaf') return undefined
    if (at.kind === 'object') return at.child(step)
    return (step === '[]') === (at.kind === 'list') ? at.item() : undefined
  }, shape)
}
