import { simulatorClient, type SimulatorClient } from '@/e2e/simulator/control/client'
import { demoTenantIds } from '@/e2e/simulator/names'
import { snapshotPreviewSchema, snapshotPublishedSchema } from '@/lib/contract/snapshots'

/** The person whose snapshot it is. */
const person = 'Aiko Tanaka'
const hours = 720

/**
 * Takes one snapshot of the demo's fleet, as its admin does in the browser.
 * @param address of the dashboard
 * @returns the token of its link
 * @throws where the answers of the dashboard contain none
 */
export async function publishSnapshot(address: string, azure: SimulatorClient): Promise<string> {
  const token = await azure.tenant(demoTenantIds.demo).token({ person })
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${address}/api/v1/snapshots${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const preview = await post('/preview', { subject: { kind: 'view', query: '' }, reveal: ['subscription'] })
  const { draft } = snapshotPreviewSchema.parse(await preview.json())
  const made = await post('', { draft, hours, passphrase: null })
  const published = snapshotPublishedSchema.parse(await made.json())
  if (published.token === null) throw new Error(`no share link: ${published.failure ?? 'no reason given'}`)
  return published.token
}

/** The same for a starting demo, which goes on without it: then null. */
export function takeDemoSnapshot(address: string, fakeAzure: string): Promise<string | null> {
  return publishSnapshot(address, simulatorClient(fakeAzure)).catch(() => null)
}
