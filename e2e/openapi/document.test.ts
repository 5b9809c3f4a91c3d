import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '@/lib/contract/errors'
import { languages } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { openApiDocument } from '@/lib/openapi/document'
import { methods } from '@/lib/openapi/types'
import { routes } from './testing/routes'
import { Judge } from './testing/validate'

const deployment = {
  authorityHost: 'https://login.test',
  tenantId: '11111111-1111-4111-8111-111111111111',
  apiScope: 'api://33333333-3333-4333-8333-333333333333/access_as_user',
}
const make = (language: (typeof languages)[number]) =>
  openApiDocument(messages[language].api, messages[language].errors, deployment)
const document = make('en')
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
)

const words = new Set(['description', 'summary', 'title', deployment.apiScope])

/** Everything except texts, which differ between languages. */
const wordless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (words.has(key) && typeof inner === 'string' ? '' : inner)))

describe('the document', () => {
  it.each(languages)('is valid OpenAPI 3.1, and differs between languages only in its texts: %s', async (language) => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(make(language))) as Record<string, unknown>)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(wordless(make(language))).toEqual(wordless(document))
  })

  it('is the same each time it is generated', () => {
    expect(JSON.stringify(make('en'))).toBe(JSON.stringify(document))
  })

  it('has no dangling reference and no unused schema', () => {
    const text = JSON.stringify(document)
    const used = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    )
    const there = [
      ...Object.keys(document.components.schemas).map((name) => `schemas/${name}`),
      ...Object.keys(document.components.headers).map((name) => `headers/${name}`),
    ]
    expect([...used].sort()).toEqual(there.sort())
  })

  it('lists every code of the contract with its status', () => {
    expect(document['x-errors'].map(({ code }) => code)).toEqual([...errorCodes])
  })

  it.each(operations)('$name: has examples that its own schema accepts', ({ operation }) => {
    const media = operation.requestBody?.content['application/json']
    if (media !== undefined) expect(new Judge(document).faults(media.schema, media.example)).toEqual([])
    for (const { source } of operation['x-codeSamples']) expect(source).toMatch(/^curl -sS /)
  })
})

describe('document and routes', () => {
  it('have the same paths and methods', async () => {
    const there = await Promise.all(
      (await routes()).map(async ({ path, handlers }) => {
        const has = await Promise.all(
          methods.map(async (method) => {
            const request = new Request(`http://localhost${path}`, { method: method.toUpperCase() })
            const { status } = await handlers[method](request, { params: Promise.resolve({}) })
            return status === 405 ? [] : [`${method.toUpperCase()} ${path}`]
          }),
        )
        return has.flat()
      }),
    )
    // Only browsers send reports of the content security policy: not a part of the API.
    const others = there.flat().filter((name) => !/\/api\/\[\.\.\.rest\]$|^POST \/policy-reports$/.test(name))
    expect(others.sort()).toEqual(operations.map(({ name }) => name).sort())
  })

  it('agree on the methods that a path allows', async () => {
    for (const { path, handlers } of await routes()) {
      const item = document.paths[path]
      const missing = methods.find((method) => item !== undefined && item[method] === undefined)
      if (item === undefined || missing === undefined) continue
      const request = new Request(`http://localhost${path}`, { method: missing.toUpperCase() })
      const response = await handlers[missing](request, { params: Promise.resolve({}) })
      const allowed = (response.headers.get('allow') ?? '').toLowerCase().split(', ').sort()
      expect([path, allowed]).toEqual([path, Object.keys(item).sort()])
      expect(await response.json()).toMatchObject({ code: 'method-not-allowed' })
    }
  })

  it('answer an unknown path with a code', async () => {
    const rest = (await routes()).find(({ path }) => path.endsWith('/api/[...rest]'))
    const response = await rest!.handlers.get(new Request('http://localhost/api/v1/nothing'), {
      params: Promise.resolve({}),
    })
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'not-found' }])
  })
})
