import type { ErrorGroup } from './errors'
import type { ParameterId } from './parameters'
import type { SchemaName } from './schemas'

export const methods = ['get', 'put', 'post', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export const tags = ['fleet', 'vm', 'watches', 'notes', 'views', 'snapshots', 'retirement', 'admin', 'service'] as const
export type Tag = (typeof tags)[number]

/** The description of a successful answer, apart from its schema. */
export const answerKinds = ['read', 'stream', 'done', 'unchanged', 'not-ready', 'document', 'file'] as const
export type AnswerKind = (typeof answerKinds)[number]

export interface Answer {
  readonly status: number
  readonly kind: AnswerKind
  /** Null where the answer has no body, or is this document. */
  readonly schema: SchemaName | null
}

/** One operation of the API: the document's content as data. Its words are with the texts, by its id. */
export interface Operation {
  readonly method: Method
  readonly path: string
  readonly tag: Tag
  readonly parameters: readonly ParameterId[]
  /** The request's body, with a valid example. */
  readonly body: { readonly schema: SchemaName; readonly example: unknown } | null
  readonly answers: readonly Answer[]
  readonly errors: readonly ErrorGroup[]
}
