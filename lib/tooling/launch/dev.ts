import { demoPorts, portOptions } from './options'
import { stopAll } from './processes'
import { startServers } from './servers'

/** `npm run dev`: the fake Azure and Next's development server. */
try {
  const servers = await startServers(portOptions(demoPorts), 'dev', { quiet: false })
  process.stdout.write(`\n  Sealwatch (development) is at ${servers.address}\n`)
  process.exitCode = await Promise.race([servers.simulator.ended, servers.product.ended])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
