import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { productData, productEnvironment, simulatorData, type Ports } from './environment'
import { answers, run, start, type Started } from './processes'

/** Starts the programs of the house; relative to the top of the project. */
export const runner = 'lib/tooling/launch/run.mjs'

/** True where nothing listens on the port yet. */
function free(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}

async function checkPorts(ports: Ports): Promise<void> {
  for (const port of [ports.product, ports.http, ports.https]) {
    if (await free(port)) continue
    throw new Error(
      `Port ${port} is in use. Stop what uses it, or choose others with --product-port, --http-port and --https-port.`,
    )
  }
}

export interface Servers {
  readonly address: string
  readonly simulator: Started
  readonly product: Started
}

/**
 * Starts the fake Azure, then the product configured for it, and waits until both answer.
 * Throws where a port is taken or a server ends at once.
 */
export async function startServers(
  ports: Ports,
  mode: 'start' | 'dev',
  options: { readonly quiet: boolean },
): Promise<Servers> {
  await checkPorts(ports)
  const simulatorArgs = [
    '--http-port',
    String(ports.http),
    '--https-port',
    String(ports.https),
    '--data-dir',
    simulatorData(ports),
  ]
  // The certificate must be there before the product starts: Node reads extra certificates once.
  const prepared = await run('fake Azure', process.execPath, [runner, 'simulator', ...simulatorArgs, '--prepare'], {
    quiet: true,
  })
  if (prepared !== 0) throw new Error('The fake Azure could not prepare its certificate.')
  const simulator = start('fake Azure', process.execPath, [runner, 'simulator', ...simulatorArgs], {
    quiet: options.quiet,
  })
  if (!(await answers(`http://localhost:${ports.http}/`, 60, simulator)))
    throw new Error('The fake Azure did not start.')
  // The fake Azure's worlds begin anew at every start, and so does what is remembered of them.
  rmSync(productData(ports), { recursive: true, force: true })
  const next = ['node_modules/next/dist/bin/next', mode, '-p', String(ports.product), '-H', 'localhost']
  const product = start('dashboard', process.execPath, next, { env: productEnvironment(ports), quiet: options.quiet })
  const address = `http://localhost:${ports.product}`
  if (!(await answers(`${address}/`, 90, product))) throw new Error('The dashboard did not start.')
  return { address, simulator, product }
}
