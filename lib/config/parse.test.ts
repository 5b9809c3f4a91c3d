import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCollectorConfig } from './collector-config'
import { ConfigurationError } from './config'
import { parseConfig } from './parse'

const tenant = '11111111-1111-4111-8111-111111111111'
const minimal = {
  SEALWATCH_SPA_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  SEALWATCH_API_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  SEALWATCH_API_CLIENT_SECRET: 'not-a-real-secret',
  SEALWATCH_TENANT: tenant,
}

function problemsOf(variables: Record<string, string | undefined>): Record<string, string> {
  const parsed = parseConfig(variables)
  if (parsed.ok) return {}
  return Object.fromEntries(parsed.failure.map(({ variable, message }) => [variable, message]))
}

function valueOf(variables: Record<string, string | undefined>) {
  const parsed = parseConfig(variables)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}

describe('parseConfig', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sealwatch-config-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('defaults to the public cloud and the narrowest tenant list', () => {
    expect(valueOf(minimal)).toMatchObject({
      cloud: 'public',
      authorityHost: 'https://login.microsoftonline.com',
      armEndpoint: 'https://management.azure.com',
      armScope: 'https://management.azure.com/.default',
      apiScope: `api://${minimal.SEALWATCH_API_CLIENT_ID}/access_as_user`,
      allowedTenants: [tenant],
      signInOrigins: ['https://login.microsoftonline.com'],
      credential: { kind: 'secret', secret: 'not-a-real-secret' },
    })
  })

  it.each([
    ['usgovernment', 'https://login.microsoftonline.us', 'https://management.usgovcloudapi.net/.default'],
    ['china', 'https://login.partner.microsoftonline.cn', 'https://management.chinacloudapi.cn/.default'],
  ])('changes authority, content policy, ARM and scope together for %s', (cloud, authorityHost, armScope) => {
    const signInOrigins = [authorityHost]
    expect(valueOf({ ...minimal, SEALWATCH_CLOUD: cloud })).toMatchObject({ authorityHost, armScope, signInOrigins })
  })

  it('uses a cloud’s present name where an older one is set', () => {
    const older = {
      SEALWATCH_AUTHORITY_HOST: 'https://login.chinacloudapi.cn',
      SEALWATCH_ARM_ENDPOINT: 'https://management.chinacloudapi.cn',
    }
    const present = 'https://login.partner.microsoftonline.cn'
    expect(valueOf({ ...minimal, ...older })).toMatchObject({ authorityHost: present, signInOrigins: [present] })
    const collector = parseCollectorConfig({ ...minimal, ...older })
    expect(collector).toMatchObject({ ok: true, value: { authorityHost: present, ownAuthority: false } })
  })

  it('uses the storage of each cloud, or the one configured origin, https only', () => {
    expect(valueOf({ ...minimal, SEALWATCH_CLOUD: 'china' }).storage).toEqual({
      kind: 'suffixes',
      suffixes: ['blob.core.chinacloudapi.cn'],
    })
    const origin = 'https://127.0.0.1:4011'
    expect(valueOf({ ...minimal, SEALWATCH_STORAGE_ORIGIN: `${origin}/` }).storage).toEqual({ kind: 'origin', origin })
    expect(problemsOf({ ...minimal, SEALWATCH_STORAGE_ORIGIN: 'http://127.0.0.1' })).toHaveProperty(
      'SEALWATCH_STORAGE_ORIGIN',
    )
  })

  it('names every wrong variable at once and never quotes a value', () => {
    const parsed = parseConfig({
      SEALWATCH_CLOUD: 'mars',
      SEALWATCH_API_CLIENT_ID: 'hush-hush',
      SEALWATCH_API_CLIENT_SECRET: 'top-secret-value',
      SEALWATCH_API_FEDERATED_TOKEN_FILE: '/nowhere',
      SEALWATCH_ARM_ENDPOINT: 'http://management.azure.com',
      SEALWATCH_AZURE_SHARE: '7',
    })
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    const message = new ConfigurationError(parsed.failure).message
    for (const name of [
      'SEALWATCH_CLOUD',
      'SEALWATCH_API_CLIENT_ID',
      'SEALWATCH_SPA_CLIENT_ID',
      'SEALWATCH_TENANT',
      'SEALWATCH_ARM_ENDPOINT',
      'SEALWATCH_AUTHORITY_HOST',
      'SEALWATCH_AZURE_SHARE',
      'SEALWATCH_API_CLIENT_SECRET',
    ]) {
      expect(message).toContain(name)
    }
    expect(message).not.toMatch(/hush-hush|top-secret-value|nowhere|mars/)
  })

  it('reports a variable that is empty as missing', () => {
    expect(problemsOf({ ...minimal, SEALWATCH_TENANT: '  ' })).toEqual({ SEALWATCH_TENANT: 'is missing' })
  })

  it('requires authority host and ARM endpoint together, https, without a path', () => {
    const authority = 'https://localhost:4011'
    expect(problemsOf({ ...minimal, SEALWATCH_AUTHORITY_HOST: authority })).toHaveProperty('SEALWATCH_ARM_ENDPOINT')
    for (const wrong of [
      'http://localhost:4011',
      'https://localhost:4011/x',
      'https://user@localhost',
      'localhost',
      'https://',
    ]) {
      expect(
        problemsOf({ ...minimal, SEALWATCH_AUTHORITY_HOST: authority, SEALWATCH_ARM_ENDPOINT: wrong }),
      ).toHaveProperty('SEALWATCH_ARM_ENDPOINT')
    }
    expect(
      valueOf({ ...minimal, SEALWATCH_AUTHORITY_HOST: authority, SEALWATCH_ARM_ENDPOINT: `${authority}/` }),
    ).toMatchObject({
      armEndpoint: authority,
      armScope: `${authority}/.default`,
    })
  })

  it('accepts any tenant only where that is explicit', () => {
    expect(valueOf({ ...minimal, SEALWATCH_ALLOWED_TENANTS: '*' }).allowedTenants).toBe('*')
    expect(problemsOf({ ...minimal, SEALWATCH_ALLOWED_TENANTS: `${tenant},*` })).toHaveProperty(
      'SEALWATCH_ALLOWED_TENANTS',
    )
    expect(problemsOf({ ...minimal, SEALWATCH_ALLOWED_TENANTS: ',' })).toHaveProperty('SEALWATCH_ALLOWED_TENANTS')
  })

  it('allows the browser plain http only on this machine', () => {
    expect(
      valueOf({ ...minimal, SEALWATCH_SIGN_IN_ORIGINS: 'http://localhost:4010, https://login.test' }).signInOrigins,
    ).toEqual(['http://localhost:4010', 'https://login.test'])
    for (const wrong of ['http://login.test', '*', "'unsafe-inline'", 'https://a.test; script-src *']) {
      expect(problemsOf({ ...minimal, SEALWATCH_SIGN_IN_ORIGINS: wrong })).toHaveProperty('SEALWATCH_SIGN_IN_ORIGINS')
    }
  })

  it('requires one credential, and a file that can be read', async () => {
    const bare: Record<string, string | undefined> = { ...minimal, SEALWATCH_API_CLIENT_SECRET: undefined }
    expect(Object.keys(problemsOf(bare))).toHaveLength(1)
    const pair = await generate([{ name: 'commonName', value: 'sealwatch' }], { algorithm: 'sha256', keyType: 'ec' })
    const certificate = join(folder, 'both.pem')
    writeFileSync(certificate, `${pair.cert}\n${pair.private}`)
    expect(valueOf({ ...bare, SEALWATCH_API_CLIENT_CERTIFICATE_PATH: certificate }).credential.kind).toBe('certificate')
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    })
    const broken = '-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----\n'
    for (const [text, what] of [
      ['', /both\.pem, a file that is empty/],
      [' \n', /that is empty/],
      ['canary', /both\.pem, a file without a certificate/],
      [pair.private, /without a certificate/],
      [pair.cert, /both\.pem, a file without an unencrypted private key/],
      [`${broken}${pair.private}`, /both\.pem, a file whose certificate or private key cannot be read/],
      [`${pair.cert}\n${foreign.toString()}`, /both\.pem, a file whose private key is not the one of its certificate/],
    ] as const) {
      writeFileSync(certificate, text)
      for (const [name, variables] of [
        ['SEALWATCH_API_CLIENT_CERTIFICATE_PATH', bare],
        // The server reads Azure as the collector does where applications may ask.
        [
          'SEALWATCH_COLLECTOR_CERTIFICATE_PATH',
          { ...minimal, SEALWATCH_API_APPLICATIONS: tenant, SEALWATCH_COLLECTOR_CLIENT_ID: tenant },
        ],
      ] as const) {
        const problems = problemsOf({ ...variables, [name]: certificate })
        expect(problems).toEqual({ [name]: expect.stringMatching(what) })
        expect(JSON.stringify(problems)).not.toMatch(/canary|PRIVATE KEY-----\n/)
      }
    }
    for (const [path, what] of [
      [join(folder, 'none'), /none, a file that cannot be read \(ENOENT\)/],
      [folder, /cannot be read \(EISDIR\)/],
      // Perhaps a secret in the wrong variable.
      ['canary', /^names a file that cannot be read \(ENOENT\)/],
    ] as const)
      expect(problemsOf({ ...bare, SEALWATCH_API_FEDERATED_TOKEN_FILE: path })).toEqual({
        SEALWATCH_API_FEDERATED_TOKEN_FILE: expect.stringMatching(what),
      })
  })

  it.each([
    ['public', 'api://AzureADTokenExchange'],
    ['usgovernment', 'api://AzureADTokenExchangeUSGov'],
    ['china', 'api://AzureADTokenExchangeChina'],
  ])('accepts a managed identity instead of a secret, for the audience of %s', (cloud, audience) => {
    const clientId = 'AAAAAAAA-aaaa-4aaa-8aaa-AAAAAAAAAAAA'
    const bare = { ...minimal, SEALWATCH_CLOUD: cloud, SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID: clientId }
    expect(valueOf({ ...bare, SEALWATCH_API_CLIENT_SECRET: '' }).credential).toEqual({
      kind: 'managed-identity',
      clientId: clientId.toLowerCase(),
      audience,
    })
    expect(Object.keys(problemsOf(bare))).toHaveLength(1)
    expect(
      problemsOf({ ...bare, SEALWATCH_API_CLIENT_SECRET: '', SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID: 'mine' }),
    ).toEqual({ SEALWATCH_API_MANAGED_IDENTITY_CLIENT_ID: 'must be a GUID' })
  })

  it('lets other applications call the API only where they are listed', () => {
    const azureCli = '04B07795-8DDB-461A-BBEE-02F9E1BF7B46'
    expect(valueOf(minimal).apiClients).toEqual([])
    expect(valueOf({ ...minimal, SEALWATCH_API_CLIENTS: ` ${azureCli}, ${tenant}` }).apiClients).toEqual([
      azureCli.toLowerCase(),
      tenant,
    ])
    for (const wrong of ['*', ',', 'azure-cli'])
      expect(problemsOf({ ...minimal, SEALWATCH_API_CLIENTS: wrong })).toHaveProperty('SEALWATCH_API_CLIENTS')
  })

  it('limits the requests of a user per minute', () => {
    expect(valueOf(minimal).requestsPerMinute).toBe(600)
    expect(valueOf({ ...minimal, SEALWATCH_REQUESTS_PER_MINUTE: '60' }).requestsPerMinute).toBe(60)
    for (const wrong of ['0', '59', '60.5', 'many', '100001'])
      expect(problemsOf({ ...minimal, SEALWATCH_REQUESTS_PER_MINUTE: wrong })).toHaveProperty(
        'SEALWATCH_REQUESTS_PER_MINUTE',
      )
  })

  it('signs out an idle page after an hour by default', () => {
    expect(valueOf(minimal).idleMinutes).toBe(60)
    expect(valueOf({ ...minimal, SEALWATCH_IDLE_MINUTES: '15' }).idleMinutes).toBe(15)
    expect(valueOf({ ...minimal, SEALWATCH_IDLE_MINUTES: '0' }).idleMinutes).toBeNull()
    for (const wrong of ['-1', '1.5', '1441', 'never'])
      expect(problemsOf({ ...minimal, SEALWATCH_IDLE_MINUTES: wrong })).toHaveProperty('SEALWATCH_IDLE_MINUTES')
  })

  it('limits the requests of an address without a valid token per minute', () => {
    expect(valueOf(minimal).unauthenticatedPerMinute).toBe(300)
    expect(valueOf({ ...minimal, SEALWATCH_UNAUTHENTICATED_PER_MINUTE: '10' }).unauthenticatedPerMinute).toBe(10)
    for (const wrong of ['0', '9', '10.5', 'many', '100001'])
      expect(problemsOf({ ...minimal, SEALWATCH_UNAUTHENTICATED_PER_MINUTE: wrong })).toHaveProperty(
        'SEALWATCH_UNAUTHENTICATED_PER_MINUTE',
      )
  })

  it('validates the authority metadata for MSAL', () => {
    const metadata = JSON.stringify({ issuer: 'a', authorization_endpoint: 'b', token_endpoint: 'c' })
    expect(valueOf({ ...minimal, SEALWATCH_BROWSER_AUTHORITY_METADATA: metadata }).browserAuthorityMetadata).toBe(
      metadata,
    )
    for (const wrong of ['{', '[]', '{}']) {
      expect(problemsOf({ ...minimal, SEALWATCH_BROWSER_AUTHORITY_METADATA: wrong })).toHaveProperty(
        'SEALWATCH_BROWSER_AUTHORITY_METADATA',
      )
    }
  })
})
