import 'server-only'

/** The programs that run for long, and the command that looks after the database. */
export type Program = 'server' | 'collector' | 'store'

export interface VariableDoc {
  readonly group: 'sign-in' | 'azure' | 'history' | 'sharing' | 'operating' | 'telemetry'
  readonly meaning: string
  readonly example: string
  /** Never shown, logged or sent. */
  readonly secret: boolean
  readonly readBy: readonly Program[]
  /** What holds where nothing is set and the schema cannot say it. */
  readonly otherwise?: string
}
