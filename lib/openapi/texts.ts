import type { ErrorCode } from '@/lib/contract/errors'
import type { OperationId } from './operations'
import type { ParameterId } from './parameters'
import type { SchemaName } from './schemas'
import type { AnswerKind, Tag } from './types'

export const headerNames = [
  'X-Request-Id',
  'RateLimit-Policy',
  'RateLimit',
  'Retry-After',
  'WWW-Authenticate',
  'ETag',
] as const
export type HeaderName = (typeof headerNames)[number]

/** The words of the document in one language. Everything else in it is data. */
export interface DocumentTexts {
  readonly title: string
  readonly about: string
  readonly tag: Readonly<Record<Tag, string>>
  readonly operation: Readonly<Record<OperationId, { readonly summary: string; readonly about: string }>>
  readonly parameter: Readonly<Record<ParameterId, string>>
  readonly schema: Readonly<Record<SchemaName, string>>
  readonly answer: Readonly<Record<AnswerKind, string>>
  readonly header: Readonly<Record<HeaderName, string>>
  readonly security: { readonly person: string; readonly token: string; readonly scope: string }
}

export type ErrorTexts = Readonly<Record<ErrorCode, { readonly title: string; readonly cause: string }>>
