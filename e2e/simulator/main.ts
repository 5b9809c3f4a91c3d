import { simulatorClient } from './control/client'
import { prepareCertificate } from './server/certificate'
import { prepareKeys } from './server/keys'
import { help, parseCommand, type SimulatorOptions, type TokenWanted } from './server/options'
import { startSimulator } from './server/start'
import type { ScenarioName } from './model/world'
import { armRoutes } from './arm/routes'
import { createWorld } from './worlds/create'

/** A recording contains the few VMs that were read, not every VM of its tenant. */
const partOf = (scenario: ScenarioName): string => (scenario === 'recorded' ? ' that were recorded' : '')

async function run(options: SimulatorOptions): Promise<void> {
  const log = (line: string): void => {
    if (options.log) process.stderr.write(`${line}\n`)
  }
  const running = await startSimulator(options, { routes: armRoutes, createWorld, now: () => Date.now(), log })
  process.stdout.write(
    [
      `Azure simulator: ${running.origins.browser} (browser), ${running.origins.server} (servers)`,
      `Certificate to trust: ${running.certificate.caFile}`,
      ...[...running.simulator.tenants.values()].map(
        ({ world: { tenantId, displayName, spec, vms } }) =>
          `Tenant ${tenantId}: ${displayName} (${spec.scenario}, ${vms.size} VMs${partOf(spec.scenario)})`,
      ),
      '',
    ].join('\n'),
  )
  const stop = (): void => {
    void running.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.once(signal, stop)
}

/** Prints an access token for the API, as the page gets one. Throws where no simulator runs, or it has no such person. */
async function printToken({ person, tenantId, httpPort }: TokenWanted): Promise<void> {
  const origin = `http://localhost:${httpPort}`
  const client = simulatorClient(origin)
  await client.overview().catch(() => {
    throw new Error(`No fake Azure answers at ${origin}. Start one: npm run demo`)
  })
  process.stdout.write(`${await client.tenant(tenantId).token({ person })}\n`)
}

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2))
  switch (command.kind) {
    case 'help':
      process.stdout.write(help)
      return
    case 'wrong':
      process.stderr.write(`${command.message}\n\n${help}`)
      process.exitCode = 2
      return
    case 'prepare': {
      const { caFile } = await prepareCertificate(command.options.dataDir, Date.now())
      await prepareKeys(command.options.dataDir)
      process.stdout.write(`${caFile}\n`)
      return
    }
    case 'token':
      return printToken(command.wanted)
    case 'run':
      await run(command.options)
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
