import { expect, it, describe } from 'vitest'
import { fail, ok } from '@/lib/shared/result'
import type { AzRun } from '@/lib/cli/azure/run-az'
import { tenantA, tenantB, toolToken } from '../testing/tokens'
import { azureCliTool } from './azure-cli'
import { chooseTool } from './choose'
import { describeFailure } from './describe-failure'
import { powerShellTool } from './powershell'
import { personOf } from './token-claims'
import type { TokenTool, ToolFailure } from './tool'
import { messages } from '@/lib/i18n/messages'
import { parseLocal } from '../options'

const account = (tenantId: string, isDefault = false) => ({
  tenantId,
  cloudName: 'AzureCloud',
  isDefault,
  user: { name: 'aiko@example.com' },
})
const printed = (value: unknown, stderr = ''): AzRun => ({ code: 0, stdout: JSON.stringify(value), stderr })
const refused = (stderr: string): AzRun => ({ code: 1, stdout: '', stderr })

/** azure-cli that answers each command with what is given. */
function cli(answers: Readonly<Record<string, AzRun>>, asked: (readonly string[])[] = []): TokenTool {
  return azureCliTool((args) => {
    asked.push(args)
    return Promise.resolve(answers[args.slice(0, 2).join(' ')] ?? { code: 1, stdout: '', stderr: '', missing: true })
  })
}

const signedIn = {
  'account list': printed([account(tenantB), account(tenantA, true), account(tenantA)]),
  'account get-access-token': printed({ accessToken: toolToken().token, expiresOn: '2026-11-28 13:00:00' }),
}

describe('azure-cli', () => {
  it('tells cloud, tenants and token; the token’s own expiry counts; warnings on standard error are no failure', async () => {
    const asked: (readonly string[])[] = []
    const noisy = { ...signedIn, 'account list': { ...signedIn['account list'], stderr: 'WARNING: az login is old' } }
    const chosen = await chooseTool({ tools: [cli(noisy, asked)], tenantId: null, cloud: null })
    expect(chosen.ok && chosen.value).toMatchObject({
      accounts: {
        place: { cloud: 'public', armEndpoint: 'https://management.azure.com' },
        tenants: [tenantA, tenantB],
      },
      person: { tenantId: tenantA, username: 'aiko@example.com' },
    })
    expect(asked).toHaveLength(2)
  })

  it('reads the hosts of a cloud that it was taught', async () => {
    const taught = {
      ...signedIn,
      'account list': printed([{ ...account(tenantA), cloudName: 'Stack' }]),
      'cloud show': printed({
        endpoints: { activeDirectory: 'https://login.stack.test/', resourceManager: 'https://arm.stack.test/' },
      }),
    }
    const chosen = await chooseTool({ tools: [cli(taught)], tenantId: null, cloud: null })
    expect(chosen.ok && chosen.value.accounts.place).toEqual({
      cloud: 'public',
      authorityHost: 'https://login.stack.test',
      armEndpoint: 'https://arm.stack.test',
    })
  })

  it.each<[string, AzRun, ToolFailure]>([
    ['is not installed', { code: 1, stdout: '', stderr: '', missing: true }, { code: 'missing', entraCode: null }],
    [
      'is not signed in',
      refused("ERROR: Please run 'az login' to setup account."),
      { code: 'signed-out', entraCode: null },
    ],
    [
      'must sign in again',
      refused('ERROR: AADSTS700082: The refresh token has expired. Trace ID: x'),
      { code: 'signed-out', entraCode: 'AADSTS700082' },
    ],
    [
      'cannot reach Entra',
      refused('HTTPSConnectionPool(host=login): Max retries exceeded, Failed to resolve'),
      { code: 'unreachable', entraCode: null },
    ],
    ['fails otherwise', refused('ERROR: something'), { code: 'failed', entraCode: null }],
    ['prints no JSON', { code: 0, stdout: 'eyJ0b2tlbg', stderr: '' }, { code: 'failed', entraCode: null }],
    ['prints no token', printed({ accessToken: 7 }), { code: 'failed', entraCode: null }],
    ['prints a token that names no user', printed({ accessToken: 'a.b.c' }), { code: 'failed', entraCode: null }],
  ])('%s', async (_what, run, failure) => {
    const tool = cli({ ...signedIn, 'account get-access-token': run })
    expect(await tool.token(tenantA, null)).toEqual(fail(failure))
  })

  it('writes the command that mends the sign-in', () => {
    const place = { cloud: 'public', authorityHost: 'https://x', armEndpoint: 'https://management.azure.com' } as const
    const tool = cli({})
    expect(tool.command({ place, tenantId: tenantA, claims: null })).toBe(
      `az login --tenant ${tenantA} --scope https://management.azure.com/.default`,
    )
    expect(tool.command({ place, tenantId: tenantA, claims: 'eyJ9' })).toContain(' --claims-challenge "eyJ9"')
  })
})

describe('Azure PowerShell', () => {
  const throwing = (message: string): TokenTool =>
    powerShellTool(() => Promise.resolve({ getToken: () => Promise.reject(new Error(message)) }))

  it('gives a token whose expiry the credential could not read', async () => {
    const { token, expiresAt } = toolToken()
    const tool = powerShellTool(() =>
      Promise.resolve({ getToken: () => Promise.resolve({ token, expiresOnTimestamp: Number.NaN }) }),
    )
    expect(await tool.token(tenantA, null)).toEqual(ok({ token, expiresAt }))
  })

  it.each([
    ["Please run 'Connect-AzAccount' from PowerShell to authenticate", 'signed-out'],
    ['Unable to execute PowerShell. Ensure that it is installed in your system', 'missing'],
    ['The command output was {"Token":"eyJ0eXAi.secret.text"}', 'failed'],
  ])('%s', async (message, code) => {
    const answer = await throwing(message).token(tenantA, null)
    expect(answer).toEqual(fail({ code, entraCode: null }))
    expect(JSON.stringify(answer)).not.toContain('secret')
  })
})

describe('the choice of a tool', () => {
  const out = cli({ 'account list': refused("Please run 'az login'") })
  const shell = powerShellTool(() =>
    Promise.resolve({ getToken: () => Promise.resolve({ token: toolToken().token, expiresOnTimestamp: 0 }) }),
  )

  it('goes on to the next where one is not there or not signed in', async () => {
    for (const first of [cli({}), out]) {
      const chosen = await chooseTool({ tools: [first, shell], tenantId: null, cloud: null })
      expect(chosen.ok && chosen.value.tool.name).toBe('powershell')
    }
  })

  it('does not hide another failure behind the next tool', async () => {
    const broken = cli({ ...signedIn, 'account get-access-token': refused('Max retries exceeded, Failed to resolve') })
    const chosen = await chooseTool({ tools: [broken, shell], tenantId: null, cloud: null })
    expect(chosen).toMatchObject({
      ok: false,
      failure: { kind: 'none', tried: [{ failure: { code: 'unreachable' } }] },
    })
  })

  it('takes no token of another tenant, and signs in to no other cloud by itself', async () => {
    const tool = cli(signedIn)
    expect(await chooseTool({ tools: [tool], tenantId: tenantB, cloud: null })).toMatchObject({ ok: false })
    expect(await chooseTool({ tools: [tool], tenantId: null, cloud: 'china' })).toMatchObject({
      failure: { kind: 'other-cloud', cloud: 'public' },
    })
  })

  it('says for each tool what to type', async () => {
    const parsed = parseLocal(['--tenant', tenantA, '--cloud', 'usgovernment'])
    if (parsed.kind !== 'run') throw new Error(parsed.kind)
    const away = powerShellTool(() =>
      Promise.resolve({ getToken: () => Promise.reject(new Error('Connect-AzAccount')) }),
    )
    const chosen = await chooseTool({ tools: [out, away], tenantId: tenantA, cloud: 'usgovernment' })
    if (chosen.ok) throw new Error('chosen')
    expect(describeFailure(chosen.failure, parsed.options, messages.en.local.terminal)).toBe(
      'No sign-in to Azure was found.\n' +
        `  azure-cli: not signed in. Run: az login --tenant ${tenantA} --scope https://management.usgovcloudapi.net/.default\n` +
        `  Azure PowerShell: not signed in. Run: Connect-AzAccount -Tenant ${tenantA} -Environment AzureUSGovernment\n`,
    )
    const other = await chooseTool({ tools: [cli(signedIn)], tenantId: null, cloud: 'usgovernment' })
    if (other.ok) throw new Error('chosen')
    expect(describeFailure(other.failure, parsed.options, messages.en.local.terminal)).toContain(
      'Run: az cloud set --name AzureUSGovernment',
    )
  })
})

it('reads no person from a text that is no token', () => {
  for (const text of ['', 'a', 'a.b.c', 'x'.repeat(100_000), toolToken({ tid: 'not-a-guid' }).token])
    expect(personOf(text)).toBe(null)
})
