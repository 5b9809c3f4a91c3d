import { portOptions, testPorts } from './options'
import { stopAll } from './processes'
import { startAnother, startServers } from './servers'

/**
 * The servers of the browser tests: the fake Azure, and two of the product that share only their
 * configuration; the second has the demo's banner as well. Playwright starts and ends this program. Requires a finished build.
 */
try {
  const ports = portOptions(testPorts) ?? testPorts
  const servers = await startServers(ports, 'start', { quiet: true })
  const second = await startAnother(ports, ports.product + 1, { SEALWATCH_DEMO_BANNER: 'on' })
  process.stdout.write(`${servers.address}\n`)
  process.exitCode = await Promise.race([servers.simulator.ended, servers.product.ended, second.product.ended])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
