import type { ErrorCode } from '@/lib/contract/errors'
import type { OperationId } from './operations'
import type { JsonSchema } from './schemas'
import type { Method } from './types'

export interface Reference {
  readonly $ref: string
}

export interface MediaType {
  readonly schema: JsonSchema
  readonly example?: unknown
  /** The schema of one line of a stream; OpenAPI has a field of this name from 3.2 on. */
  readonly 'x-itemSchema'?: JsonSchema
}

export interface ResponseObject {
  readonly description: string
  readonly headers: Readonly<Record<string, Reference>>
  readonly content?: Readonly<Record<string, MediaType>>
  /** Codes of the answer, where it is an error. */
  readonly 'x-codes'?: readonly ErrorCode[]
}

export interface ParameterObject {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
}

export interface OperationObject {
  readonly operationId: OperationId
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly ParameterObject[]
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, MediaType>> }
  readonly responses: Readonly<Record<string, ResponseObject>>
  readonly 'x-codeSamples': readonly { readonly lang: 'Shell'; readonly source: string }[]
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: { readonly name: string; readonly identifier: string }
  }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, OperationObject>>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly headers: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>
    readonly securitySchemes: Readonly<Record<string, unknown>>
  }
  readonly 'x-errors': readonly {
    readonly code: ErrorCode
    readonly status: number
    readonly retryable: boolean
    readonly description: string
  }[]
}
