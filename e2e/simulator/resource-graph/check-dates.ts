import { DateValue } from './dates'
import { QueryError, type Expression, type NamedExpression, type Query } from './syntax'

type Dates = ReadonlySet<string>

function isDate(expression: Expression, dates: Dates): boolean {
  if (expression.kind === 'literal') return expression.value instanceof DateValue
  if (expression.kind === 'column') return dates.has(expression.name)
  if (expression.kind !== 'call') return false
  const [only] = expression.arguments
  return expression.name === 'todatetime' || (expression.name === 'max' && only !== undefined && isDate(only, dates))
}

function mixed(at: number): never {
  const message = 'Cannot compare values of types datetime and string. Try adding explicit casts.'
  throw new QueryError('SemanticError', message, at)
}

/** Kusto compares a date only with a date: text and dynamic values have to be converted first. */
function check(expression: Expression, dates: Dates): void {
  switch (expression.kind) {
    case 'literal':
    case 'column':
      return
    case 'member':
    case 'not':
      check(expression.of, dates)
      return
    case 'call':
      for (const each of expression.arguments) check(each, dates)
      return
    case 'and':
    case 'or':
    case 'compare':
      check(expression.left, dates)
      check(expression.right, dates)
      if (expression.kind === 'compare' && isDate(expression.left, dates) !== isDate(expression.right, dates)) mixed(0)
      return
    case 'in':
      for (const each of [expression.left, ...expression.items]) check(each, dates)
      if (expression.items.some((item) => isDate(item, dates) !== isDate(expression.left, dates))) mixed(0)
  }
}

function named(columns: readonly NamedExpression[], dates: Dates): { readonly yes: string[]; readonly no: string[] } {
  for (const { expression } of columns) check(expression, dates)
  const yes = columns.filter(({ expression }) => isDate(expression, dates)).map(({ name }) => name)
  return { yes, no: columns.map(({ name }) => name).filter((name) => !yes.includes(name)) }
}

/** Refuses a query that compares a date with something else, as Resource Graph does before it looks at any row. */
export function checkDates(query: Query): void {
  let dates: Dates = new Set()
  for (const stage of query.stages) {
    switch (stage.kind) {
      case 'where':
        check(stage.condition, dates)
        break
      case 'project':
      case 'distinct':
        dates = new Set(named(stage.columns, dates).yes)
        break
      case 'extend': {
        const { yes, no } = named(stage.columns, dates)
        dates = new Set([...[...dates].filter((name) => !no.includes(name)), ...yes])
        break
      }
      case 'summarize':
        dates = new Set([
          ...named(stage.by, dates).yes,
          ...stage.aggregates.filter(({ of }) => of !== null && isDate(of, dates)).map(({ name }) => name),
        ])
        break
      case 'leftouter':
        checkDates(stage.right)
        break
      case 'expand': {
        const { no } = named([stage.column], dates)
        dates = new Set([...dates].filter((name) => !no.includes(name)))
        break
      }
      case 'order':
      case 'take':
      case 'count':
    }
  }
}
