import 'server-only'
import type { ColumnDataType, ColumnDefinitionBuilder } from 'kysely'
import type { Dialect } from '../dialect'

/** An auto-increment column, in each database's syntax. */
export function counted(dialect: Dialect): {
  type: ColumnDataType
  build: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder
} {
  return dialect === 'sqlite'
    ? { type: 'integer', build: (column) => column.primaryKey().autoIncrement() }
    : { type: 'bigint', build: (column) => column.primaryKey().generatedByDefaultAsIdentity() }
}
