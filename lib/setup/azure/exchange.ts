/** One request to ARM and its answer, as compared and recorded. */
export interface Exchange {
  readonly method: string
  readonly url: string
  /** Parsed JSON of the request's body; null without a body. */
  readonly requestBody: unknown
  /** Null without an answer. */
  readonly status: number | null
  /** Node's code of why there is no answer, such as `ECONNREFUSED`; absent with an answer. */
  readonly networkCode?: string | null
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; the raw text if it is not JSON; null without an answer. */
  readonly body: unknown
}

/** A file of exchanges, in the form of the public recordings that the tests replay. */
export interface RecordingFile {
  readonly format: 'sealwatch-recording'
  readonly version: 1
  readonly source: string
  readonly interactions: readonly Exchange[]
}
