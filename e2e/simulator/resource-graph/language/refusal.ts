/** Detail codes that Resource Graph was seen to put beside the reason (resource-graph-language.md 4.2). */
export type DetailCode =
  | 'ParserFailure'
  | 'UnknownFunction'
  | 'UnsupportedJoinFlavor'
  | 'InvalidQueryLanguage'
  | 'DisallowedLogicalTableName'
  | 'DisallowedMaxNumberOfRemoteTables'
  | 'UnsupportedRemoteTableScenario'

/** Where in the query text a refusal points to. */
export interface Place {
  /** Offset from 0; -1 where Azure gives -1. */
  readonly at: number
  readonly token: string
  readonly expected?: string
}

interface Details {
  readonly message?: string
  readonly place?: Place
}

/**
 * A query that Azure refuses. `reason` names the rule for the reader of a test; `code` is null where the refusal is known
 * and its detail code was never seen; `message` is the text of that detail, where one was seen.
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

/** What Azure may well answer and the simulator cannot: no refusal of Azure's, and no answer either. */
export class CannotCompute extends Error {}

/** Refuses with `InvalidQuery` alone; `message` is the engine's own text where one was seen. */
export function refuse(reason: string, message?: string): never {
  throw new QueryRefusal(reason, null, message === undefined ? {} : { message })
}

export function cannotCompute(what: string): never {
  throw new CannotCompute(what)
}
