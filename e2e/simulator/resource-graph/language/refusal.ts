/** Detail codes that were observed in Resource Graph beside the reason (resource-graph-language.md 4.2). */
export type DetailCode =
  | 'ParserFailure'
  | 'UnknownFunction'
  | 'UnsupportedJoinFlavor'
  | 'InvalidQueryLanguage'
  | 'DisallowedLogicalTableName'
  | 'DisallowedMaxNumberOfRemoteTables'
  | 'UnsupportedRemoteTableScenario'

/** The position in the query text that a refusal names. */
export interface Place {
  /** Offset from 0; -1 if Azure returns -1. */
  readonly at: number
  readonly token: string
  readonly expected?: string
}

interface Details {
  readonly message?: string
  readonly place?: Place
}

/**
 * A query that Azure refuses. `reason` names the rule for a test's reader; `code` is null if the refusal is known
 * and its detail code was never observed; `message` is the text of that detail, if observed.
 */
export class QueryRefusal extends Error {
  readonly text: string | null
  readonly place: Place | null

  constructor(
    readonly reason: string,
    readonly code: DetailCode | null,
    { message, place }: Details = {},
  ) {
    super(message ?? reason)
    this.text = message ?? null
    this.place = place ?? null
  }
}

/** A query that Azure may answer and the simulator cannot compute: neither a refusal nor an answer. */
export class CannotCompute extends Error {}

/** Refuses with only `InvalidQuery`; `message` is the engine's text, if observed. */
export function refuse(reason: string, message?: string): never {
  throw new QueryRefusal(reason, null, message === undefined ? {} : { message })
}

export function cannotCompute(what: string): never {
  throw new CannotCompute(what)
}
