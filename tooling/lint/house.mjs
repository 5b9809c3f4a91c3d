// @ts-check
/** Rules of this project that no published plugin has. */

/**
 * The properties of a node that these rules read.
 * @typedef {{ type: string, name?: string, value?: unknown, callee?: Node, key?: Node, arguments?: Node[], params?: Node[],
 *   body?: Node }} Node
 * @typedef {{ report: (found: { node: Node, message: string }) => void,
 *   sourceCode: { getAllComments: () => readonly (Node & { value: string })[] } }} Context
 */

const noEnum = {
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Node} node */
    TSEnumDeclaration: (node) => context.report({ node, message: 'a union of literals instead' }),
  }),
}

const limits = new Set(['timeout', 'retry', 'retries'])

/** @param {Node | undefined} node */
const isNumber = (node) => node?.type === 'Literal' && typeof node.value === 'number'

/**
 * Whether the promise only waits with `setTimeout(resolve, …)`.
 * @param {Node} node
 */
function isSleep({ callee, arguments: [made] = [] }) {
  if (callee?.name !== 'Promise') return false
  const call = made?.body
  return call?.callee?.name === 'setTimeout' && call.arguments?.[0]?.name === made?.params?.[0]?.name
}

/** A test waits for events: it has no limit in seconds, no retry and no sleep. */
const noTestTime = {
  /** @param {Context} context */
  create: (context) => ({
    /** @param {{ key: Node, value: Node } & Node} node */
    Property: (node) => {
      if (limits.has(node.key.name ?? '') && isNumber(node.value))
        context.report({ node, message: 'no time limit and no retry: the configuration ends a hanging test' })
    },
    /** @param {Node} node */
    CallExpression: (node) => {
      const isTest = node.callee?.name === 'it' || node.callee?.name === 'test'
      if (isTest && isNumber(node.arguments?.[2]))
        context.report({ node, message: 'no time limit: the configuration ends a hanging test' })
    },
    /** @param {Node} node */
    NewExpression: (node) => {
      if (isSleep(node)) context.report({ node, message: 'no sleep: wait for an event, or use a fake clock' })
    },
  }),
}

/** Words that docs/glossary.md retires, as parts of names. */
const retiredInNames = new Set(
  (
    'nobody somebody whoever everybody anybody whence stranger strangers deed deeds told untold paint heard unheard sighting ' +
    'sightings surrounding surroundings trail vouch voucher vouchers distrust reckon reckoned gist grave graver gravest ' +
    'clinic wish wishes look looks course courses lives seat seats families rooms'
  ).split(' '),
)

/** The same in comments, but for words that have a plain meaning there too (`of course`, `looks like`). */
const retiredInComments =
  /\b(nobody|somebody|whoever|everybody|anybody|whence|strangers?|deeds?|told|heard|sightings?|surroundings|trail|vouch(es|ed|ers?)?|distrusts?|reckon(s|ed)?|gist|clinic|wish(es)?|(a|the|one|each|every|last|first|next|newest) look)\b/i

/** @param {string} name */
const wordsOf = (name) => name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)

/** Names and comments use the vocabulary of docs/glossary.md. */
const vocabulary = {
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Node} node */
    Identifier: (node) => {
      const word = wordsOf(node.name ?? '').find((part) => retiredInNames.has(part.toLowerCase()))
      if (word !== undefined) context.report({ node, message: `"${word}" is retired: see docs/glossary.md` })
    },
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        const found = retiredInComments.exec(comment.value)?.[0]
        if (found !== undefined)
          context.report({ node: comment, message: `"${found}" is retired: see docs/glossary.md` })
      }
    },
  }),
}

export default { meta: { name: 'house' }, rules: { 'no-enum': noEnum, 'no-test-time': noTestTime, vocabulary } }
