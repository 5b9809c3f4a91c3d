/** The parts of a Bicep file that can be parsed without its compiler: names, and blocks in braces. */
export interface BicepFile {
  readonly text: string
  /** Parameters; true if they have a default. */
  readonly params: ReadonlyMap<string, boolean>
  readonly outputs: readonly string[]
  /** Names of variables, resources and modules. */
  readonly symbols: readonly string[]
  readonly modules: readonly BicepModule[]
  /** Types with their api-versions. */
  readonly resources: readonly string[]
}

export interface BicepModule {
  readonly name: string
  readonly path: string
  readonly params: readonly string[]
}

/** The file without comments and descriptions; strings keep their interpolations. */
function code(text: string): string {
  return text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/@description\('(?:[^'\\]|\\.)*'\)/g, '')
}

/** The text between the brace at `start` and its closing brace. */
function block(text: string, start: number): string {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return text.slice(start + 1, at)
  }
  throw new Error('a brace is not closed')
}

/** Names before the colons at the outermost level of an object. */
function keysOf(body: string): string[] {
  let depth = 0
  return body.split('\n').flatMap((line) => {
    const key = depth === 0 ? /^\s*(\w+):/.exec(line)?.[1] : undefined
    depth += (line.match(/[{[(]/g)?.length ?? 0) - (line.match(/[}\])]/g)?.length ?? 0)
    return key === undefined ? [] : [key]
  })
}

function modulesOf(text: string): BicepModule[] {
  return [...text.matchAll(/^module (\w+) '([^']+)' = (?:if \([^)]*\) )?\{/gm)].map((found) => {
    const body = block(text, found.index + found[0].length - 1)
    const at = body.indexOf('params: {')
    return {
      name: found[1] ?? '',
      path: found[2] ?? '',
      params: at < 0 ? [] : keysOf(block(body, at + 'params: '.length)),
    }
  })
}

/** Parses a Bicep file. Throws if braces do not match. */
export function readBicep(source: string): BicepFile {
  const text = code(source)
  const count = (each: string) => text.split(each).length
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ] as const) {
    if (count(open) !== count(close)) throw new Error(`${open} and ${close} do not match`)
  }
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)
  return {
    text,
    params: new Map(
      [...text.matchAll(/^param (\w+) \w+( =)?/gm)].map(([, name = '', given]) => [name, given !== undefined]),
    ),
    outputs: names(/^output (\w+)/gm),
    symbols: names(/^\s*(?:var|resource|module) (\w+)/gm),
    modules: modulesOf(text),
    resources: names(/^\s*resource \w+ '([^']+)'/gm),
  }
}
