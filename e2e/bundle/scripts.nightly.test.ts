import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fleetIn } from '@/lib/local/bundle/compare'
import { readBundleFile } from '@/lib/local/bundle/file'
import { callerOf } from '@/lib/local/identity'
import { azureCliTool } from '@/lib/local/tokens/azure-cli'
import { personOf } from '@/lib/local/tokens/token-claims'
import { cloudHosts } from '@/lib/config/clouds'
import { ok } from '@/lib/shared/result'
import { signedInAzureCli, type SignedIn } from '../azure-cli/signed-in'
import { azureCliInstalled } from '../simulator/server/testing/azure-cli'
import { takeInto } from './testing/take'

const folder = mkdtempSync(join(tmpdir(), 'sealwatch-script-'))
let azure: SignedIn
beforeAll(async () => {
  azure = await signedInAzureCli()
})
afterAll(async () => {
  await azure.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What the file says of each VM, without its times. */
async function saidOf(file: string) {
  const bundle = await readBundleFile(file)
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure))
  const { rows, complete } = await fleetIn(bundle.value)
  const said = [...rows.values()].map(({ id, state, os, data }) => ({ id, state, os, data }))
  return { complete, rows: said.sort((a, b) => a.id.localeCompare(b.id)), manifest: bundle.value.manifest }
}

async function takeWithScript(file: string): Promise<string> {
  const child = spawn('bash', ['docs/bundle/take.sh', file], { env: { ...process.env, ...azure.cli.environment } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)))
  const code = await new Promise((done) => child.once('close', done))
  if (code !== 0) throw new Error(said)
  return said
}

it('take.sh with the real azure-cli writes a file that shows what that of bundle shows', async (context) => {
  if (!azureCliInstalled) context.skip('not run: azure-cli is not installed here')
  const token = await azureCliTool((args) => azure.cli.run(...args)).token(null, null)
  if (!token.ok) throw new Error(token.failure.code)
  const person = personOf(token.value.token)
  if (person === null) throw new Error('no claims')
  const armEndpoint = azure.simulator.origins.server
  const place = { cloud: 'public', tenantId: person.tenantId } as const
  const { authorityHost } = cloudHosts.public
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  globalThis.sealwatchLocalDeployment = { ...place, armEndpoint, authorityHost }
  globalThis.sealwatchIdentity = {
    authenticate: () => Promise.reject(new Error('not asked')),
    isAddressed: () => false,
    tokenSource: () => ({ get: () => Promise.resolve(ok(token.value)), drop: () => undefined }),
    forgetTokens: () => undefined,
  }
  const [ours, script] = [join(folder, 'ours.gz'), join(folder, 'script.gz')]
  await takeInto(ours, { caller: callerOf({ ...place, objectId: person.objectId }), armEndpoint })
  expect(await takeWithScript(script)).toContain('0 parts could not be read')
  const [one, other] = [await saidOf(ours), await saidOf(script)]
  expect(other.rows.length).toBeGreaterThan(20)
  expect(other.rows).toEqual(one.rows)
  expect(other.complete).toBe(one.complete)
  expect(other.manifest.vms).toBe(one.manifest.vms)
})
