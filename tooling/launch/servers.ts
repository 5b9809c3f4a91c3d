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

/** Starts the product alone. `settings` add to its configuration, or replace parts of it. */
export async function startDashboard(
  ports: Ports,
  port: number,
  mode: 'start' | 'dev',
  options: { readonly quiet: boolean; readonly settings?: Readonly<Record<string, string>> },
): Promise<Dashboard> {
  const next = ['node_modules/next/dist/bin/next', mode, '-p', String(port), '-H', 'localhost']
  const env = { ...productEnvironment(ports), ...options.settings }
  const product = start('dashboard', process.execPath, next, { env, quiet: options.quiet })
  const address = `http://localhost:${port}`
  if (!(await answers(`${address}/`, 600, product))) throw new Error('The dashboard did not start.')
  return { address, product }
}

/** Starts one more server process in parallel, which shares only the configuration with the first, and `settings` add to it. */
export function startAnother(
  ports: Ports,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Dashboard> {
  return startDashboard(ports, port, 'start', { quiet: true, settings })
}

/**
 * Starts the fake Azure and waits until it answers; deletes the history of its earlier worlds, which start again.
 * @param worlds the tenants that it begins with; its own default if absent
 * @throws if a port is in use or it ends at once
 */
export async function startFakeAzure(
  ports: Ports,
  options: { readonly quiet: boolean; readonly worlds?: readonly string[] },
): Promise<Started> {
  await checkPorts(ports)
  const { quiet, worlds } = options
  const place = ['--http-port', String(ports.http), '--https-port', String(ports.https)]
  const simulatorArgs = [...place, '--data-dir', simulatorData(ports), ...(worlds ? ['--worlds', worlds.join()] : [])]
  // The certificate must exist before the product starts: Node reads extra certificates once.
  const prepared = await run('fake Azure', process.execPath, [runner, 'simulator', ...simulatorArgs, '--prepare'], {
    quiet: true,
  })
  if (prepared !== 0) throw new Error('The fake Azure could not prepare its certificate.')
  const simulator = start('fake Azure', process.execPath, [runner, 'simulator', ...simulatorArgs], { quiet })
  if (!(await answers(`http://localhost:${ports.http}/`, 600, simulator)))
    throw new Error('The fake Azure did not start.')
  rmSync(productData(ports), { recursive: true, force: true })
  return simulator
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
  const simulator = await startFakeAzure(ports, options)
  return { ...(await startDashboard(ports, ports.product, mode, options)), simulator }
}
