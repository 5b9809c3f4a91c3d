import { typed } from '@/lib/cli/command-line'
import { ensureBuild } from './build'
import { demoText } from './demo-text'
import { demoPorts, portOptions, portUsage } from './options'
import { stopAll } from './processes'
import { startServers } from './servers'

/** `npm run demo`: build, start the fake Azure and the dashboard, print the address, run until stopped. */
async function demo(): Promise<number> {
  const ports = portOptions(demoPorts)
  if (ports === null) {
    process.stdout.write(portUsage(typed('demo'), demoPorts))
    return 0
  }
  process.stdout.write('Building the dashboard (only when something changed) …\n')
  const built = await ensureBuild({ quiet: true })
  if (built !== 0) return built
  const servers = await startServers(ports, 'start', { quiet: true })
  process.stdout.write(demoText(servers.address, ports.http))
  return Promise.race([servers.simulator.ended, servers.product.ended])
}

try {
  process.exitCode = await demo()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
