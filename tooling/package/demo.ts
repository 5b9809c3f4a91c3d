import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { armRoutes } from '@/e2e/simulator/arm/routes'
import { startSimulator } from '@/e2e/simulator/server/start'
import { createWorld } from '@/e2e/simulator/worlds/create'
import { typed } from '@/lib/cli/command-line'
import { endingSignals, signalExitCodes } from '@/lib/shared/ending-signals'
import { demoText } from '../launch/demo-text'
import { takeDemoSnapshot } from '../launch/demo-snapshot'
import { demoSettings, demoWorlds, productSettings } from '../launch/environment'
import { demoPorts, portOptions, portUsage } from '../launch/options'

/** `sealwatch demo`: the fake Azure in this process and the dashboard in another, which trusts its certificate from its start. */
export async function demo(args: readonly string[]): Promise<void> {
  const ports = portOptions(demoPorts, args)
  if (ports === null) {
    process.stdout.write(portUsage(typed('demo'), demoPorts))
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const options = {
    httpPort: ports.http,
    httpsPort: ports.https,
    dataDir: join(folder, 'azure'),
    seed: 1,
    worlds: demoWorlds,
    recordings: null,
    log: false,
  }
  const parts = { routes: armRoutes, createWorld, now: () => Date.now(), log: () => undefined }
  const azure = await startSimulator(options, parts)
  const env = {
    ...process.env,
    ...productSettings(ports),
    ...demoSettings,
    SEALWATCH_DATA_DIR: join(folder, 'product'),
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_EXTRA_CA_CERTS: azure.certificate.caFile,
  }
  const program = (name: string): string => fileURLToPath(new URL(`${name}.mjs`, import.meta.url))
  const fakeAzure = `http://localhost:${ports.http}`
  const failed = await new Promise<number | null>((resolve) => {
    fork(program('past'), [fakeAzure], { env }).once('exit', (code) => resolve(code))
  })
  if (failed !== 0) throw new Error('The history of the demo could not be made.')
  const product = fork(program('serve'), [String(ports.product)], { env })
  const address = `http://localhost:${ports.product}`
  product.once('message', () => {
    void takeDemoSnapshot(address, fakeAzure).then((token) =>
      process.stdout.write(demoText(address, ports.http, token)),
    )
  })
  product.once('exit', (code) => process.exit(code ?? 1))
  for (const signal of endingSignals) process.once(signal, () => process.exit(signalExitCodes[signal]))
}
