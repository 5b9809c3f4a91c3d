import { portOptions, testPorts } from './options'
import { stopAll } from './processes'
import { startServers } from './servers'

/** The two servers that the browser tests drive; Playwright starts and ends this program. Expects a finished build. */
try {
  const servers = await startServers(portOptions(testPorts), 'start', { quiet: true })
  process.stdout.write(`${servers.address}\n`)
  process.exitCode = await Promise.race([servers.simulator.ended, servers.product.ended])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
