import { errorTable } from '@/lib/contract/error-table'
import { errorCodes, type ErrorCode } from '@/lib/contract/errors'
import type { OpenApiDocument, OperationObject, ParameterObject, Reference, ResponseObject } from './document-types'
import { errorGroups } from './errors'
import { exampleOf } from './example'
import { needsPerson, operationList, type OperationId } from './operations'
import { parameters, type ParameterId } from './parameters'
import { contractSchemas, schemaPath, type JsonSchema, type SchemaName } from './schemas'
import { headerNames, type DocumentTexts, type ErrorTexts, type HeaderName } from './texts'
import { tags, type Answer, type Method, type Operation } from './types'

/** Version of the interface: the first number is that of its paths; see the stability rule. */
const apiVersion = '1.1.0'

/** The values that differ between deployments. */
export interface Deployment {
  readonly authorityHost: string
  readonly tenantId: string
  readonly apiScope: string
}

interface Source {
  readonly texts: DocumentTexts
  readonly errors: ErrorTexts
  readonly deployment: Deployment
}

const ofHeaders = (names: readonly HeaderName[]): Readonly<Record<string, Reference>> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const quotaHeaders = ['RateLimit-Policy', 'RateLimit'] as const satisfies readonly HeaderName[]

function contentOf({ kind, schema }: Answer): ResponseObject['content'] {
  if (kind === 'document') return { 'application/json': { schema: { type: 'object' } } }
  if (schema === null) return undefined
  const item: JsonSchema = { $ref: schemaPath(schema) }
  const lines = { 'application/x-ndjson': { schema: { type: 'string' }, 'x-itemSchema': item } } as const
  if (kind === 'file') return { ...lines, 'text/csv': { schema: { type: 'string' } } }
  return kind === 'stream' ? lines : { 'application/json': { schema: item } }
}

function answerOf(answer: Answer, operation: Operation, { texts }: Source): ResponseObject {
  const content = contentOf(answer)
  const cached = answer.kind === 'document' || answer.kind === 'unchanged'
  return {
    description: texts.answer[answer.kind],
    headers: ofHeaders([
      'X-Request-Id',
      ...(needsPerson(operation) ? quotaHeaders : []),
      ...(cached ? (['ETag'] as const) : []),
    ]),
    ...(content !== undefined && { content }),
  }
}

/** Codes of errors that an operation can return, in the contract's order. */
export function errorsOf({ errors }: Operation): readonly ErrorCode[] {
  const wanted = new Set<ErrorCode>(errors.flatMap((group) => errorGroups[group]))
  return errorCodes.filter((code) => wanted.has(code))
}

/** Only an authenticated user has a rate limit: unauthenticated answers have no rate-limit headers. */
function errorHeaders(status: number, operation: Operation): readonly HeaderName[] {
  return [
    'X-Request-Id',
    ...(needsPerson(operation) && status !== 401 ? quotaHeaders : []),
    ...(status === 429 || status === 503 ? (['Retry-After'] as const) : []),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
  ]
}

function errorAnswers(operation: Operation, { errors }: Source): Readonly<Record<string, ResponseObject>> {
  const codes = errorsOf(operation)
  const statuses = [...new Set(codes.map((code) => errorTable[code].status))].sort((a, b) => a - b)
  const answers = statuses.map((status): [string, ResponseObject] => {
    const own = codes.filter((code) => errorTable[code].status === status)
    const schema: JsonSchema = {
      allOf: [{ $ref: schemaPath('ApiError') }],
      type: 'object',
      properties: { code: { enum: [...own] } },
    }
    const description = own.map((code) => `\`${code}\`: ${errors[code].title}`).join('\n\n')
    return [
      String(status),
      {
        description,
        headers: ofHeaders(errorHeaders(status, operation)),
        content: { 'application/json': { schema } },
        'x-codes': own,
      },
    ]
  })
  return Object.fromEntries(answers)
}

function parameterOf(id: ParameterId, { texts }: Source): ParameterObject {
  const { name, in: place, required, schema } = parameters[id]
  return { name, in: place, required, description: texts.parameter[id], schema }
}

function operationOf(id: OperationId, operation: Operation, source: Source): OperationObject {
  const { texts, deployment } = source
  const { body } = operation
  return {
    operationId: id,
    tags: [operation.tag],
    summary: texts.operation[id].summary,
    description: texts.operation[id].about,
    security: needsPerson(operation) ? [{ person: [deployment.apiScope] }, { token: [] }] : [],
    ...(operation.parameters.length > 0 && {
      parameters: operation.parameters.map((parameter) => parameterOf(parameter, source)),
    }),
    ...(body !== null && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: schemaPath(body.schema) }, example: body.example } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        operation.answers.map((answer) => [String(answer.status), answerOf(answer, operation, source)]),
      ),
      ...errorAnswers(operation, source),
    },
    'x-codeSamples': [{ lang: 'Shell', source: exampleOf(operation) }],
  }
}

function pathsOf(source: Source): OpenApiDocument['paths'] {
  const paths: Record<string, Partial<Record<Method, OperationObject>>> = {}
  for (const [id, operation] of operationList) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(id, operation, source) }
  }
  return paths
}

/** Only a user's token is accepted: the server reads what that user may read. */
function securityOf({ texts, deployment }: Source): Readonly<Record<string, unknown>> {
  const authority = `${deployment.authorityHost}/${deployment.tenantId}/oauth2/v2.0`
  return {
    person: {
      type: 'oauth2',
      description: texts.security.person,
      flows: {
        authorizationCode: {
          authorizationUrl: `${authority}/authorize`,
          tokenUrl: `${authority}/token`,
          scopes: { [deployment.apiScope]: texts.security.scope },
        },
      },
    },
    token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: texts.security.token },
  }
}

const isNamed = (name: string, words: DocumentTexts['schema']): name is SchemaName => name in words

function schemasOf({ texts }: Source): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(contractSchemas()).map(([name, schema]) => [
      name,
      isNamed(name, texts.schema) ? { description: texts.schema[name], ...schema } : schema,
    ]),
  )
}

/**
 * The API as an OpenAPI 3.1 document in one language, built from the contract's schemas and error codes. The same input
 * gives the same document, byte for byte. Source: https://spec.openapis.org/oas/v3.1.0
 */
export function openApiDocument(texts: DocumentTexts, errors: ErrorTexts, deployment: Deployment): OpenApiDocument {
  const source = { texts, errors, deployment }
  return {
    openapi: '3.1.0',
    info: {
      title: texts.title,
      version: apiVersion,
      description: texts.about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: tags.map((name) => ({ name, description: texts.tag[name] })),
    paths: pathsOf(source),
    components: {
      schemas: schemasOf(source),
      headers: Object.fromEntries(
        headerNames.map((name) => [name, { description: texts.header[name], schema: { type: 'string' } }]),
      ),
      securitySchemes: securityOf(source),
    },
    'x-errors': errorCodes.map((code) => ({
      code,
      ...errorTable[code],
      description: `${errors[code].title}. ${errors[code].cause}`,
    })),
  }
}
