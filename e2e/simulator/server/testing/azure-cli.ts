import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TenantClient } from '../../control/client'
import type { Running } from '../start'

/** Whether the real azure-cli is installed; otherwise its tests are reported as not run. */
export const azureCliInstalled = spawnSync('az', ['--version'], { stdio: 'ignore' }).status === 0

export interface AzResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface AzureCli {
  /** Variables with which another program starts the same azure-cli. */
  readonly environment: Readonly<Record<string, string>>
  /** Runs a command and returns its output, with any exit code. */
  readonly run: (...args: readonly string[]) => Promise<AzResult>
  /** The same for a command that must succeed. */
  readonly az: (...args: readonly string[]) => Promise<string>
  /** Runs a whole command line, quoted for bash as a user would paste it. */
  readonly shell: (line: string) => Promise<AzResult>
  /** Registers the cloud and signs in as the tenant's first service principal. Returns the output of `az login`. */
  readonly signIn: (tenant: TenantClient) => Promise<string>
  readonly remove: () => Promise<void>
}

/** The simulator's addresses, and the file with the certificate to trust. */
export interface AzureCliTarget {
  readonly origins: Pick<Running['origins'], 'server'>
  readonly certificate: Pick<Running['certificate'], 'caFile'>
}

/** azure-cli with a separate configuration folder, pointed at a simulator. */
export async function azureCli(simulator: AzureCliTarget): Promise<AzureCli> {
  const config = await mkdtemp(join(tmpdir(), 'az-'))
  const environment = {
    AZURE_CONFIG_DIR: config,
    REQUESTS_CA_BUNDLE: simulator.certificate.caFile,
    AZURE_CORE_INSTANCE_DISCOVERY: 'false',
    AZURE_CORE_COLLECT_TELEMETRY: 'no',
    AZURE_CORE_NO_COLOR: '1',
    AZURE_CORE_ONLY_SHOW_ERRORS: 'yes',
    PYTHONWARNINGS: 'ignore',
  }
  const env = { ...process.env, ...environment }
  const start = (file: string, args: readonly string[]) =>
    new Promise<AzResult>((resolve) => {
      const child = execFile(file, [...args], { env, maxBuffer: 32 * 1024 * 1024 }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode ?? 1, stdout, stderr }),
      )
    })
  const run = (...args: readonly string[]) => start('az', args)
  const shell = (line: string) => start('bash', ['-c', line])
  const az = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(...args)
    if (code !== 0) throw new Error(`az ${args.slice(0, 3).join(' ')}: ${stderr}`)
    return stdout
  }
  const signIn = async (tenant: TenantClient) => {
    await az('cloud', 'register', '-n', 'SimulatedCloud', '--endpoint-resource-manager', simulator.origins.server)
    await az('cloud', 'set', '-n', 'SimulatedCloud')
    const { applicationId = '', secret = '' } = (await tenant.summary()).servicePrincipals[0] ?? {}
    return az('login', '--service-principal', '-u', applicationId, '-p', secret, '--tenant', tenant.tenantId)
  }
  return { environment, run, shell, az, signIn, remove: () => rm(config, { recursive: true, force: true }) }
}
