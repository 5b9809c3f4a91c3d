import { typed } from '@/lib/cli/command-line'
import { startDemo } from './demo-servers'
import { demoText } from './demo-text'
import { demoPorts, portOptions, portUsage } from './options'
import { stopAll } from './processes'

/** `npm run demo`: build, start the fake Azure and the dashboard, print the address, run until stopped. */
async function demo(): Promise<number> {
  const ports = portOptions(demoPorts)
  if (ports === null) {
    process.stdout.write(portUsage(typed('demo'), demoPorts))
    return 0
  }
  const { address, product, simulator, token } = await startDemo(ports)
  process.stdout.write(demoText(address, ports.http, token))
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
