import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { top } from '../launch/paths'

/** A regular expression of the product, as its source has it, and a file that contains it. */
export interface Expression {
  readonly text: string
  readonly file: string
}

const modules = ['app', 'components', 'lib', 'infra', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

/** Sources of the product: neither tests nor tools, which read no untrusted text. */
function sources(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...modules], {
    cwd: top,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
}

/** The regular expression literals of a source. */
export function literalsIn(source: string, file: string): readonly string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false, kind)
  const found: string[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, walk)
  }
  walk(tree)
  return found
}

/** Files that build expressions from parts at run time; each must be among the files whose expressions are recorded. */
export function makersIn(files: readonly string[] = sources()): readonly string[] {
  return files.filter((file) => /new RegExp\(|[^.\w]RegExp\(/.test(readFileSync(join(top, file), 'utf8')))
}

/** Every literal expression of the product, each once. */
export function literalExpressions(): readonly Expression[] {
  const found = new Map<string, string>()
  for (const file of sources()) {
    const source = readFileSync(join(top, file), 'utf8')
    if (!source.includes('/')) continue
    for (const text of literalsIn(source, file)) if (!found.has(text)) found.set(text, file)
  }
  return [...found].map(([text, file]) => ({ text, file }))
}

/**
 * Expressions that are built from parts while `work` runs: `RegExp` is intercepted meanwhile.
 * @param file shown as their origin
 */
export async function expressionsMadeBy(file: string, work: () => Promise<unknown>): Promise<readonly Expression[]> {
  const made = new Set<string>()
  const before = globalThis.RegExp
  globalThis.RegExp = new Proxy(before, {
    construct(target, [pattern, flags], watched) {
      const expression: unknown = Reflect.construct(target, [pattern, flags], watched)
      made.add(String(expression))
      return expression instanceof before ? expression : new before('')
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = before
  }
  return [...made].map((text) => ({ text, file }))
}
