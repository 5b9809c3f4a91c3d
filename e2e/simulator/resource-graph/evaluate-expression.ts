import { comparison, equals } from './compare'
import { functions, functionsOfTwo, toText, type Value } from './functions'
import { QueryError, type Expression } from './syntax'

/** A row gives the value of a column by name, or one member of a column without building the rest. Values are computed when they are asked for. */
export interface Row {
  readonly get: (column: string) => Value
  readonly member: (column: string, key: string | number) => Value
}

export type Evaluator = (row: Row) => Value

/** Turns an expression into a function of a row; a column or function that does not exist is refused at once. */
export function compile(expression: Expression, columns: readonly string[]): Evaluator {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression
      return () => value
    }
    case 'column':
      return compileColumn(expression.name, expression.at, columns)
    case 'member':
      return compileMember(expression, columns)
    case 'call':
      return compileCall(expression, columns)
    case 'not': {
      const of = compile(expression.of, columns)
      return (row) => of(row) !== true
    }
    case 'and':
    case 'or':
      return compileLogic(expression.kind, compile(expression.left, columns), compile(expression.right, columns))
    case 'compare': {
      const [test, left, right] = [
        comparison(expression.operator),
        compile(expression.left, columns),
        compile(expression.right, columns),
      ]
      return (row) => test(left(row), right(row))
    }
    case 'in':
      return compileIn(expression, columns)
  }
}

function compileColumn(name: string, at: number, columns: readonly string[]): Evaluator {
  if (!columns.includes(name)) throw new QueryError('SemanticError', `Failed to resolve column '${name}'.`, at, name)
  return (row) => row.get(name)
}

/** A member of any value; nothing where the value is not an object. */
export function memberOf(value: Value, key: string | number): Value {
  if (typeof value !== 'object' || value === null || key === '__proto__') return null
  if (typeof key === 'number' && key < 0) return Array.isArray(value) ? (value.at(key) ?? null) : null
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'function' ? null : (found ?? null)
}

function compileMember({ of, key }: Extract<Expression, { kind: 'member' }>, columns: readonly string[]): Evaluator {
  const parent = compile(of, columns)
  if (of.kind !== 'column') return (row) => memberOf(parent(row), key)
  const { name } = of
  return (row) => row.member(name, key)
}

type Call = Extract<Expression, { kind: 'call' }>

/** A call of a function of two arguments; null where there is none of that name. */
function compileCallOfTwo(call: Call, columns: readonly string[]): Evaluator | null {
  const implementation = Object.hasOwn(functionsOfTwo, call.name) ? functionsOfTwo[call.name] : undefined
  if (implementation === undefined) return null
  const [one, other] = call.arguments
  if (one === undefined || other === undefined || call.arguments.length !== 2)
    throw new QueryError('SemanticError', `${call.name}(): function expects 2 arguments.`, call.at, call.name)
  const [left, right] = [compile(one, columns), compile(other, columns)]
  return (row) => implementation(left(row), right(row))
}

/** `iff(condition, then, otherwise)`; null where the call is of another function. */
function compileIff(call: Call, columns: readonly string[]): Evaluator | null {
  if (call.name !== 'iff') return null
  const [condition, then, otherwise] = call.arguments.map((each) => compile(each, columns))
  if (condition === undefined || then === undefined || otherwise === undefined || call.arguments.length !== 3)
    throw new QueryError('SemanticError', 'iff(): function expects 3 arguments.', call.at, call.name)
  return (row) => (condition(row) === true ? then(row) : otherwise(row))
}

function compileCall(call: Call, columns: readonly string[]): Evaluator {
  const special = compileIff(call, columns) ?? compileCallOfTwo(call, columns)
  if (special !== null) return special
  const implementation = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined
  const [argument] = call.arguments
  if (implementation === undefined)
    throw new QueryError('SemanticError', `Unknown function: '${call.name}'.`, call.at, call.name)
  if (argument === undefined || call.arguments.length !== 1) {
    throw new QueryError('SemanticError', `${call.name}(): function expects 1 argument.`, call.at, call.name)
  }
  const inner = compile(argument, columns)
  return (row) => implementation(inner(row))
}

function compileLogic(kind: 'and' | 'or', left: Evaluator, right: Evaluator): Evaluator {
  if (kind === 'and') return (row) => left(row) === true && right(row) === true
  return (row) => left(row) === true || right(row) === true
}

function compileIn(
  { operator, left, items }: Extract<Expression, { kind: 'in' }>,
  columns: readonly string[],
): Evaluator {
  const value = compile(left, columns)
  const list = items.map((item) => compile(item, columns))
  const negated = operator.startsWith('!')
  if (operator.endsWith('~')) {
    const texts = items.every(({ kind }) => kind === 'literal')
      ? new Set(items.map((item) => (item.kind === 'literal' ? toText(item.value).toLowerCase() : '')))
      : null
    return (row) => {
      const text = toText(value(row)).toLowerCase()
      const isIn = texts === null ? list.some((item) => toText(item(row)).toLowerCase() === text) : texts.has(text)
      return isIn !== negated
    }
  }
  return (row) => list.some((item) => equals(value(row), item(row)) === true) !== negated
}
