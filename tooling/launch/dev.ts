import { demoPorts, portOptions, portUsage } from './options'
import { stopAll } from './processes'
import { startServers } from './servers'

/** `npm run dev`: the fake Azure and Next's development server. */
async function dev(): Promise<number> {
  const ports = portOptions(demoPorts)
  if (ports === null) {
    process.stdout.write(portUsage('npm run dev --', demoPorts))
    return 0
  }
  const servers = await startServers(ports, 'dev', { quiet: false })
  process.stdout.write(`\n  Sealwatch (development) is at ${servers.address}\n`)
  return Promise.race([servers.simulator.ended, servers.product.ended])
}

try {
  process.exitCode = await dev()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
