import { collectorApplication } from '@/e2e/simulator/names'
import { productEnvironment, simulatorData } from '../launch/environment'
import { benchPorts } from '../launch/options'
import { answers, run, start } from '../launch/processes'

export const runner = 'tooling/launch/run.mjs'
/** `SEALWATCH_BENCH_PORT` moves all of them, for a second run in parallel. */
const firstPort = Number(process.env['SEALWATCH_BENCH_PORT'] ?? benchPorts.product)
export const ports = { product: firstPort, http: firstPort + 10, https: firstPort + 11 }

/** Starts a fake Azure in its own process. */
export async function startAzure(): Promise<void> {
  const args = [runner, 'simulator', '--http-port', String(ports.http), '--https-port', String(ports.https)]
  const data = ['--data-dir', simulatorData(ports)]
  await run('fake Azure', process.execPath, [...args, ...data, '--prepare'], { quiet: true })
  const azure = start('fake Azure', process.execPath, [...args, ...data], { quiet: true })
  if (!(await answers(`http://localhost:${ports.http}/`, 120, azure))) throw new Error('The fake Azure did not start.')
}

/** The environment of a collector or server for one tenant of the fake Azure. */
export function collectorEnvironment(tenantId: string): Record<string, string> {
  return {
    ...productEnvironment(ports),
    SEALWATCH_TENANT: tenantId,
    SEALWATCH_COLLECTOR_CLIENT_ID: collectorApplication.clientId,
    SEALWATCH_COLLECTOR_CLIENT_SECRET: collectorApplication.clientSecret,
  }
}
