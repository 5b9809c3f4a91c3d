import { compileArithmetic, compileNegative } from './arithmetic'
import { compileComparison, compileIn } from './comparisons'
import type { Compiled, Scope } from './compiled'
import { checkCondition } from './conditions'
import { aggregates, isOneOf, functions as known } from './features'
import { functions } from './functions'
import { cannotCompute, refuse } from './refusal'
import { refuseFunction } from './refuse-function'
import type { Expression } from './syntax'
import { memberOf, type Value } from './values'

/** Checks an expression and compiles it to a function of a row; Azure's refusals are thrown before any row is read. */
export function compile(expression: Expression, scope: Scope): Compiled {
  switch (expression.kind) {
    case 'literal': {
      const { type, value } = expression
      return { type, run: () => value, literal: { value } }
    }
    case 'column':
      return compileColumn(expression.name, scope)
    case 'member':
      return compileMember(expression, scope)
    case 'call':
      return compileCall(expression.name, expression.arguments, scope)
    case 'and':
    case 'or':
      return compileLogic(expression.kind, compile(expression.left, scope), compile(expression.right, scope))
    case 'negative':
      return compileNegative(compile(expression.of, scope))
    case 'arithmetic':
      return compileArithmetic(expression.operator, compile(expression.left, scope), compile(expression.right, scope))
    case 'compare':
      return compileComparison(expression.operator, compile(expression.left, scope), compile(expression.right, scope))
    case 'in':
      return compileIn(
        expression.operator,
        compile(expression.left, scope),
        expression.items.map((item) => compile(item, scope)),
      )
  }
}

/** Text of a refusal observed in Resource Graph: https://github.com/Azure/review-checklists/issues/1002 */
export function unresolved(name: string): never {
  return refuse(
    'a column that does not exist',
    `'where' operator: Failed to resolve column or scalar expression named '${name}'`,
  )
}

function compileColumn(name: string, scope: Scope): Compiled {
  const column = scope.find((each) => each.name === name) ?? unresolved(name)
  const { type } = column
  return { type, run: type === 'string' ? (row) => row.get(name) ?? '' : (row) => row.get(name) }
}

const isKey = (value: Value): value is string | number => typeof value === 'string' || typeof value === 'number'

function compileMember({ of, key }: Extract<Expression, { kind: 'member' }>, scope: Scope): Compiled {
  const parent = compile(of, scope)
  const index = compile(key, scope)
  if (parent.type !== 'dynamic') refuse('a member of a value that is not dynamic')
  if (index.type !== 'string' && index.type !== 'long') cannotCompute(`a member by a ${index.type}`)
  const fixed = index.literal?.value
  if (!isKey(fixed)) {
    return {
      type: 'dynamic',
      run: (row) => {
        const found = index.run(row)
        return isKey(found) ? memberOf(parent.run(row), found) : null
      },
    }
  }
  if (of.kind !== 'column') return { type: 'dynamic', run: (row) => memberOf(parent.run(row), fixed) }
  const { name } = of
  return { type: 'dynamic', run: (row) => row.member(name, fixed) }
}

function compileCall(name: string, given: readonly Expression[], scope: Scope): Compiled {
  if (!isOneOf(known, name)) {
    if (isOneOf(aggregates, name)) return refuse(`the aggregation ${name}() outside of summarize`)
    return refuseFunction(name)
  }
  const { least, most, compile: make } = functions[name]
  if (given.length < least || given.length > most) refuse(`${name}() with a wrong number of arguments`)
  return make(given.map((each) => compile(each, scope)))
}

function compileLogic(kind: 'and' | 'or', left: Compiled, right: Compiled): Compiled {
  checkCondition(left)
  checkCondition(right)
  const decided = kind === 'or'
  return {
    type: 'bool',
    run: (row) => {
      const one = left.run(row)
      if (one === decided) return decided
      const other = right.run(row)
      if (other === decided) return decided
      return one === null || other === null ? null : !decided
    },
  }
}
