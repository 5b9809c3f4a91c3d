import 'server-only'

/** The long-running programs, and the command that maintains the database. */
export type Program = 'server' | 'collector' | 'store'

export interface VariableDoc {
  readonly group: 'sign-in' | 'azure' | 'history' | 'sharing' | 'operating' | 'telemetry'
  readonly meaning: string
  readonly example: string
  /** Never shown, logged or sent. */
  readonly secret: boolean
  readonly readBy: readonly Program[]
  /** Processes of one deployment differ in it on purpose. */
  readonly ofProcess?: true
  /** The default where nothing is set and the schema cannot express it. */
  readonly otherwise?: string
}
