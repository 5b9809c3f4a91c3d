import { simulatorClient } from '@/e2e/simulator/control/client'
import { demoTenantIds } from '@/e2e/simulator/names'
import { snapshotPreviewSchema } from '@/lib/contract/snapshots'

/** The person whose snapshot it is. */
const person = 'Aiko Tanaka'
const hours = 720

/**
 * Takes one snapshot of the demo's fleet, as its admin does in the browser. The demo goes on without it where that fails.
 * @param address of the dashboard
 * @param fakeAzure its address for the browser
 */
export async function takeDemoSnapshot(address: string, fakeAzure: string): Promise<void> {
  const token = await simulatorClient(fakeAzure).tenant(demoTenantIds.demo).token({ person })
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${address}/api/v1/snapshots${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const preview = await post('/preview', { subject: { kind: 'view', query: '' }, reveal: ['subscription'] })
  const parsed = snapshotPreviewSchema.safeParse(await preview.json())
  if (parsed.success && parsed.data.draft !== null)
    await post('', { draft: parsed.data.draft, hours, passphrase: null })
}
