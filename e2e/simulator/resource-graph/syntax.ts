import type { DateValue } from './dates'

/** Shape of the queries the simulator understands. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | DateValue | null }
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly at: number }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare'
      readonly operator: ComparisonOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'in'
      readonly operator: InOperator
      readonly left: Expression
      readonly items: readonly Expression[]
    }

export const comparisonOperators = [
  '==',
  '!=',
  '=~',
  '!~',
  '<',
  '<=',
  '>',
  '>=',
  'has',
  '!has',
  'contains',
  '!contains',
  'startswith',
  '!startswith',
  'endswith',
  '!endswith',
] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export const inOperators = ['in', 'in~', '!in', '!in~'] as const
export type InOperator = (typeof inOperators)[number]

export interface NamedExpression {
  readonly name: string
  readonly expression: Expression
}

export interface SortKey {
  readonly expression: Expression
  readonly descending: boolean
}

/** One result of `summarize`: the number of rows where `of` is null, otherwise the largest or smallest value. */
export interface Aggregate {
  readonly name: string
  readonly kind: 'count' | 'max' | 'min'
  readonly of: Expression | null
}

export type Stage =
  | { readonly kind: 'where'; readonly condition: Expression }
  | { readonly kind: 'project' | 'extend' | 'distinct'; readonly columns: readonly NamedExpression[] }
  | { readonly kind: 'expand'; readonly column: NamedExpression }
  | { readonly kind: 'order'; readonly keys: readonly SortKey[] }
  | { readonly kind: 'take'; readonly rows: number }
  | { readonly kind: 'count' }
  | { readonly kind: 'summarize'; readonly aggregates: readonly Aggregate[]; readonly by: readonly NamedExpression[] }
  | { readonly kind: 'leftouter'; readonly right: Query; readonly on: readonly string[] }

export interface Query {
  readonly table: string
  readonly stages: readonly Stage[]
}

/** A query that is refused: `code` is one of Resource Graph's detail codes, `at` the position of the offending token. */
export class QueryError extends Error {
  constructor(
    readonly code: 'ParserFailure' | 'SemanticError',
    message: string,
    readonly at: number,
    readonly token: string = '',
  ) {
    super(message)
  }
}
