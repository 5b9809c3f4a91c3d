// @ts-check
// Stryker's mutants of string literals that the compiler refuses. `state === 'encrypted'` with another literal does not
// compile, because the type lists the allowed literals; such a mutant cannot be released, so it is neither killed nor counted.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ts from 'typescript'

const reason = 'Does not compile: the type names the words that may stand here'

/** @type {{ program: ts.Program, checker: ts.TypeChecker } | null} */
let made = null

/** The project's compiler program; created once for all files. */
function project() {
  if (made !== null) return made
  const path = ts.findConfigFile(process.cwd(), ts.sys.fileExists) ?? 'tsconfig.json'
  const { config } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8'))
  const modules = { ...config, include: ['lib/{encryption,messages,diagnosis}/**/*.ts'].flatMap(spread) }
  const { fileNames, options } = ts.parseJsonConfigFileContent(modules, ts.sys, dirname(path))
  const program = ts.createProgram(fileNames, { ...options, incremental: false })
  made = { program, checker: program.getTypeChecker() }
  return made
}

/** @param {string} pattern */
function spread(pattern) {
  const [, words = ''] = /\{(.*)\}/.exec(pattern) ?? []
  return words.split(',').map((word) => pattern.replace(/\{.*\}/, word))
}

/**
 * @param {ts.Node} node
 * @param {number} start
 * @returns {ts.StringLiteralLike | null}
 */
function literalAt(node, start) {
  if (ts.isStringLiteralLike(node) && node.getStart() === start) return node
  return (
    ts.forEachChild(node, (child) => (child.pos <= start && start < child.end ? literalAt(child, start) : null)) ?? null
  )
}

/**
 * Whether a type consists only of string literals, `null` and `undefined`, and this word is not among them.
 * @param {ts.Type | undefined} type
 * @param {string} word
 */
function refuses(type, word) {
  if (type === undefined) return false
  const parts = (type.isUnion() ? type.types : [type]).filter(
    (part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0,
  )
  return parts.length > 0 && parts.every((part) => part.isStringLiteral() && part.value !== word)
}

/** @param {ts.StringLiteralLike} node */
function otherSide({ parent }) {
  if (!ts.isBinaryExpression(parent)) return null
  const { kind } = parent.operatorToken
  const compares = kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  return compares ? parent.left : null
}

/**
 * @param {string} file
 * @param {number} start
 * @param {string} word the literal that the mutant puts there
 */
function doesNotCompile(file, start, word) {
  const { program, checker } = project()
  const source = program.getSourceFile(file)
  const node = source === undefined ? null : literalAt(source, start)
  if (node === null) return false
  const other = otherSide(node)
  return refuses(other === null ? checker.getContextualType(node) : checker.getTypeAtLocation(other), word)
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'typed-words',
    value: {
      /** @param {{ node: { type: string, value?: unknown, start?: number }, hub: { file: { opts: { filename: string } } } }} path */
      shouldIgnore({ node, hub }) {
        if (node.type !== 'StringLiteral' || node.start === undefined) return undefined
        const instead = node.value === '' ? 'Stryker was here!' : ''
        return doesNotCompile(hub.file.opts.filename, node.start, instead) ? reason : undefined
      },
    },
  },
]
