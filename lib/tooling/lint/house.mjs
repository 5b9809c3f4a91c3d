// @ts-check
/** Rules of this house that no published one says. */
const noEnum = {
  /** @param {{ report: (found: { node: unknown, message: string }) => void }} context */
  create: (context) => ({
    /** @param {unknown} node */
    TSEnumDeclaration: (node) => context.report({ node, message: 'a union of literals instead' }),
  }),
}

export default { meta: { name: 'house' }, rules: { 'no-enum': noEnum } }
