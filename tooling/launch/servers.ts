import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { productData, productEnvironment, simulatorData, type Ports } from './environment'
import { answers, run, start, type Started } from './processes'

/** The entry point that starts the project's programs; relative to the top of the project. */
export const runner = 'tooling/launch/run.mjs'

/** True if no process listens on the port yet. */
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

export interface Dashboard {
  readonly address: string
  readonly product: Started
}

export interface Servers extends Dashboard {
  readonly simulator: Started
}

async function startDashboard(ports: Ports, port: number, mode: 'start' | 'dev', quiet: boolean): Promise<Dashboard> {
  const next = ['node_modules/next/dist/bin/next', mode, '-p', String(port), '-H', 'localhost']
  const product = start('dashboard', process.execPath, next, { env: productEnvironment(ports), quiet })
  const address = `http://localhost:${port}`
  if (!(await answers(`${address}/`, 600, product))) throw new Error('The dashboard did not start.')
  return { address, product }
}

/** Starts one more server process in parallel, which shares only the configuration with the first. */
export function startAnother(ports: Ports, port: number): Promise<Dashboard> {
  return startDashboard(ports, port, 'start', true)
}

/**
 * Starts the fake Azure, then the product configured for it, and waits until both answer.
 * Throws if a port is in use or a server ends at once.
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
  // The certificate must exist before the product starts: Node reads extra certificates once.
  const prepared = await run('fake Azure', process.execPath, [runner, 'simulator', ...simulatorArgs, '--prepare'], {
    quiet: true,
  })
  if (prepared !== 0) throw new Error('The fake Azure could not prepare its certificate.')
  const simulator = start('fake Azure', process.execPath, [runner, 'simulator', ...simulatorArgs], {
    quiet: options.quiet,
  })
  if (!(await answers(`http://localhost:${ports.http}/`, 600, simulator)))
    throw new Error('The fake Azure did not start.')
  // The fake Azure's worlds start again with every start, so the history of them is deleted.
  rmSync(productData(ports), { recursive: true, force: true })
  return { ...(await startDashboard(ports, ports.product, mode, options.quiet)), simulator }
}
