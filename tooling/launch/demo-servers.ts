import { ensureBuild } from './build'
import { takeDemoSnapshot } from './demo-snapshot'
import { demoSettings, demoWorlds, productEnvironment, type Ports } from './environment'
import { run } from './processes'
import { runner, startDashboard, startFakeAzure, type Servers } from './servers'

/** Makes the demo's tenant and its history. Where it fails, the demo shows why and ends. */
async function makePast(ports: Ports): Promise<void> {
  const env = { ...productEnvironment(ports), ...demoSettings }
  const args = [runner, 'demo-past', `http://localhost:${ports.http}`]
  const made = await run('demo', process.execPath, args, { quiet: true, env })
  if (made !== 0) throw new Error('The history of the demo could not be made.')
}

export interface DemoServers extends Servers {
  /** Of the share link to the fleet; null for none. */
  readonly token: string | null
}

/**
 * Builds the dashboard where something changed, and starts it with the fake Azure of the demo and its past.
 * @throws where the build fails, a port is in use, or a server ends at once
 */
export async function startDemo(ports: Ports): Promise<DemoServers> {
  const simulator = await startFakeAzure(ports, { quiet: true, worlds: demoWorlds })
  process.stdout.write('Building the dashboard (only when something changed), and thirty days of history …\n')
  const [built] = await Promise.all([ensureBuild({ quiet: true }), makePast(ports)])
  if (built !== 0) throw new Error('The dashboard could not be built; see above.')
  const options = { quiet: true, settings: demoSettings }
  const { address, product } = await startDashboard(ports, ports.product, 'start', options)
  const token = await takeDemoSnapshot(address, `http://localhost:${ports.http}`)
  return { address, product, simulator, token }
}
