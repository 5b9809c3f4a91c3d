import { describe, expect, it } from 'vitest'
import { fieldsOf } from './fields'
import { contractSchemas, type JsonSchema } from './schemas'

const schemas = contractSchemas()
const lines = (schema: JsonSchema) =>
  fieldsOf(schema).map(({ path, type, values, optional }) =>
    [path, type, ...(values.length > 0 ? [values.join(',')] : []), ...(optional ? ['optional'] : [])].join(' '),
  )

describe('fields of a schema', () => {
  it('give the path, type and values of each field', () => {
    expect(lines(schemas['ApiError'] ?? {})).toEqual([
      expect.stringMatching(/^code string sign-in-required,.+,internal$/),
      'requestId string | null',
      'retryAfterSeconds number | null',
      'claims string | null',
      'parameter string | null',
      'current string optional',
      'azureCodes string[]',
      'azureVersions string[]',
    ])
    expect(lines(schemas['RetirementRequest'] ?? {})).toEqual([
      'places[].subscriptionId string',
      'places[].region string',
      'places[].sizes string[]',
    ])
  })

  it('refer to named schemas by name, and keep kinds apart', () => {
    expect(lines(schemas['FleetEvent'] ?? {})).toEqual(
      expect.arrayContaining(['(start).type string start', '(rows).rows FleetRow[]', '(failure).error ApiError']),
    )
    expect(lines(schemas['WatchChange'] ?? {})).toContain('mutedUntil string | null optional')
  })

  it('leave no schema of the contract without fields', () => {
    const empty = Object.entries(schemas).filter(([, schema]) => fieldsOf(schema).length === 0)
    expect(empty.map(([name]) => name)).toEqual([])
  })
})
