import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAz } from '@/lib/cli/azure/run-az'
import { messages } from '@/lib/i18n/messages'
import { parseLocal } from '@/lib/local/options'
import { azureCliTool } from '@/lib/local/tokens/azure-cli'
import { chooseTool } from '@/lib/local/tokens/choose'
import { describeFailure } from '@/lib/local/tokens/describe-failure'
import { azureCliInstalled } from '../simulator/server/testing/azure-cli'
import { signedInAzureCli, type SignedIn } from './signed-in'

let cloud: SignedIn
beforeAll(async () => {
  cloud = await signedInAzureCli()
})
afterAll(() => cloud.stop())

/** The real azure-cli as `npm run local` starts it. */
const realTool = () => azureCliTool((args) => cloud.cli.run(...args))

describe('the token of the real azure-cli', () => {
  it('is for the cloud, the tenant and the person that it is signed in to, and ARM takes it', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const chosen = await chooseTool({ tools: [realTool()], tenantId: null, cloud: null })
    if (!chosen.ok) throw new Error(JSON.stringify(chosen.failure))
    const { accounts, person, token } = chosen.value
    expect(accounts).toMatchObject({
      place: { cloud: 'public', armEndpoint: cloud.simulator.origins.server },
      tenants: [cloud.tenant.tenantId],
    })
    expect(person.tenantId).toBe(cloud.tenant.tenantId)
    expect(token.expiresAt).toBeGreaterThan(cloud.simulator.simulator.tenants.get(person.tenantId)!.world.clock.now())
    const read = await cloud.simulator.arm('/subscriptions?api-version=2022-12-01', token.token)
    expect(read.status).toBe(200)
    const named = await realTool().token(cloud.tenant.tenantId, accounts.place)
    expect(named.ok).toBe(true)
  })

  it('is missing in a tenant that it is not signed in to', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    const elsewhere = '99999999-9999-4999-8999-999999999999'
    expect(await realTool().token(elsewhere, null)).toMatchObject({ ok: false })
  })

  it('is missing after signing out, and the program says what to type', async (context) => {
    if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
    await cloud.cli.az('logout')
    const chosen = await chooseTool({ tools: [realTool()], tenantId: null, cloud: null })
    const parsed = parseLocal([])
    if (chosen.ok || parsed.kind !== 'run') throw new Error('signed in')
    expect(describeFailure(chosen.failure, parsed.options, messages.en.local.terminal)).toMatch(
      /^No sign-in to Azure was found\.\n {2}azure-cli: not signed in\. Run: az login --scope \S+\n$/,
    )
  })
})

it('azure-cli that is not installed is reported as such', async () => {
  const nowhere = runAz({
    platform: 'linux',
    environment: process.env,
    exists: () => false,
    start: () => Promise.resolve({ code: 1, stdout: '', stderr: '', missing: true }),
  })
  expect(await azureCliTool(nowhere).accounts(null)).toMatchObject({ failure: { code: 'missing' } })
})
