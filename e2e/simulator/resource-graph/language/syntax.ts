import type { AggregateName, JoinFlavour } from './features'
import type { KustoType, Value } from './values'

/** Shape of the queries the simulator understands. */
export type Expression =
  | { readonly kind: 'literal'; readonly type: KustoType; readonly value: Value }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
    }
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

export const arithmeticOperators = ['+', '-', '*', '/', '%'] as const
export type ArithmeticOperator = (typeof arithmeticOperators)[number]

export const comparisonOperators = [
  ...(['==', '!=', '<>', '=~', '!~', '<', '<=', '>', '>=', 'matches'] as const),
  ...(['has', '!has', 'has_cs', '!has_cs', 'contains', '!contains', 'contains_cs', '!contains_cs'] as const),
  ...(['startswith', '!startswith', 'startswith_cs', '!startswith_cs'] as const),
  ...(['endswith', '!endswith', 'endswith_cs', '!endswith_cs'] as const),
] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export const inOperators = ['in', 'in~', '!in', '!in~'] as const
export type InOperator = (typeof inOperators)[number]

/** A column and how it is computed. `given` is false where Kusto chose the name. */
export interface NamedExpression {
  readonly name: string
  readonly given: boolean
  readonly expression: Expression
}

export interface SortKey {
  readonly expression: Expression
  readonly descending: boolean
  readonly nullsFirst: boolean
}

/** One result of `summarize`. `others`: further columns of `arg_max`, null for all (`*`). */
export interface Aggregate {
  readonly name: string
  readonly kind: AggregateName
  readonly of: Expression | null
  readonly others: readonly NamedExpression[] | null
}

/** A pair of columns that have to be equal. */
export interface JoinKey {
  readonly left: string
  readonly right: string
}

export type Stage =
  | { readonly kind: 'where'; readonly condition: Expression }
  | { readonly kind: 'project' | 'extend' | 'distinct'; readonly columns: readonly NamedExpression[] }
  | { readonly kind: 'project-away'; readonly patterns: readonly string[] }
  | { readonly kind: 'project-rename'; readonly columns: readonly JoinKey[] }
  | { readonly kind: 'expand'; readonly column: NamedExpression; readonly type: KustoType; readonly rows: number }
  | { readonly kind: 'order'; readonly keys: readonly SortKey[] }
  | { readonly kind: 'take'; readonly rows: number }
  | { readonly kind: 'top'; readonly rows: number; readonly keys: readonly SortKey[] }
  | { readonly kind: 'count' }
  | { readonly kind: 'summarize'; readonly aggregates: readonly Aggregate[]; readonly by: readonly NamedExpression[] }
  | { readonly kind: 'join'; readonly flavour: JoinFlavour; readonly right: Query; readonly on: readonly JoinKey[] }
  | { readonly kind: 'union'; readonly inner: boolean; readonly legs: readonly Query[] }

export interface Query {
  /** Lower case. */
  readonly table: string
  readonly stages: readonly Stage[]
}
