import { typed } from '@/lib/cli/command-line'
import { ensureBuild } from './build'
import { takeDemoSnapshot } from './demo-snapshot'
import { demoText } from './demo-text'
import { demoSettings, demoWorlds, productEnvironment, type Ports } from './environment'
import { demoPorts, portOptions, portUsage } from './options'
import { run, stopAll } from './processes'
import { runner, startDashboard, startFakeAzure } from './servers'

/** Makes the demo's tenant and its history. Where it fails, the demo shows why and ends. */
async function makePast(ports: Ports): Promise<void> {
  const env = { ...productEnvironment(ports), ...demoSettings }
  const args = [runner, 'demo-past', `http://localhost:${ports.http}`]
  const made = await run('demo', process.execPath, args, { quiet: true, env })
  if (made !== 0) throw new Error('The history of the demo could not be made.')
}

/** `npm run demo`: build, start the fake Azure and the dashboard, print the address, run until stopped. */
async function demo(): Promise<number> {
  const ports = portOptions(demoPorts)
  if (ports === null) {
    process.stdout.write(portUsage(typed('demo'), demoPorts))
    return 0
  }
  const simulator = await startFakeAzure(ports, { quiet: true, worlds: demoWorlds })
  process.stdout.write('Building the dashboard (only when something changed), and thirty days of history …\n')
  const [built] = await Promise.all([ensureBuild({ quiet: true }), makePast(ports)])
  if (built !== 0) return built
  const options = { quiet: true, settings: demoSettings }
  const { address, product } = await startDashboard(ports, ports.product, 'start', options)
  await takeDemoSnapshot(address, `http://localhost:${ports.http}`)
  process.stdout.write(demoText(address, ports.http))
  return Promise.race([simulator.ended, product.ended])
}

try {
  process.exitCode = await demo()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
