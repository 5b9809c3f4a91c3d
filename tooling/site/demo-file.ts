import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { runOnce, variablesOf } from '@/e2e/fixtures/local-program'
import { people } from '@/e2e/fixtures/people'
import { simulatorClient } from '@/e2e/simulator/control/client'
import { simulatorData, type Ports } from '../launch/environment'

/** Takes the file of the demo, by the program that takes one of Azure, from the demo's world. Returns its path. */
export async function takeDemoFile(ports: Ports, folder: string): Promise<string> {
  const azureOrigin = `http://localhost:${ports.http}`
  const tenant = await simulatorClient(azureOrigin).createTenant({ scenario: 'demo', seed: 1 })
  const file = join(folder, 'fleet.ndjson.gz')
  const { code, output } = await runOnce({
    server: `https://localhost:${ports.https}`,
    caFile: join(simulatorData(ports), 'ca.pem'),
    variables: variablesOf(tenant, azureOrigin, people.aiko),
    args: ['-o', file],
  })
  await tenant.remove()
  // With 1 it is a file in which something could not be read, as in most fleets.
  if (code > 1) throw new Error(`The file of the demo could not be taken: ${output}`)
  // Without Timeline and Troubleshoot, whose metrics are three quarters of it, and as small as it can be.
  writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)), { level: 9 }))
  return file
}
