import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { armRoutes } from '@/e2e/simulator/arm/routes'
import { startSimulator } from '@/e2e/simulator/server/start'
import { createWorld } from '@/e2e/simulator/worlds/create'
import { typed } from '@/lib/cli/command-line'
import { demoText } from '../launch/demo-text'
import { productSettings } from '../launch/environment'
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
    worlds: ['mixed', 'empty', 'denied'] as const,
    recordings: null,
    log: false,
  }
  const parts = { routes: armRoutes, createWorld, now: () => Date.now(), log: () => undefined }
  const azure = await startSimulator(options, parts)
  const product = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), [String(ports.product)], {
    env: {
      ...process.env,
      ...productSettings(ports),
      SEALWATCH_DATA_DIR: join(folder, 'product'),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_EXTRA_CA_CERTS: azure.certificate.caFile,
    },
  })
  product.once('message', () => process.stdout.write(demoText(`http://localhost:${ports.product}`, ports.http)))
  product.once('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143))
}
