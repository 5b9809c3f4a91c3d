import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { ok, type Result } from '@/lib/shared/result'
import { simulatedAz } from '../azure-cli/simulated-az'
import type { TenantClient } from '../simulator/control/client'
import { startTestSimulator, type TestSimulator } from '../simulator/server/testing/harness'

/** A user of the fake Azure who may read everything. */
export const who = 'Chiara Rossi'

type Az = (args: readonly string[]) => Promise<Result<unknown, never>>
interface Io {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly az: Az
}

/** The code under test, passed in by the test. */
export interface AzureStageParts {
  readonly runDoctor: (args: readonly string[], io: Io) => Promise<0 | 1 | 2>
  readonly exerciseAzure: (
    place: {
      readonly armEndpoint: string
      readonly tokens: {
        readonly get: () => Promise<Result<{ readonly token: string; readonly expiresAt: number }, never>>
        readonly drop: () => void
      }
      readonly storage: { readonly kind: 'origin'; readonly origin: string }
      readonly signal: AbortSignal
      readonly subscription: string | null
    },
    onExchange: (exchange: Exchange) => void,
  ) => Promise<void>
}

export interface AzureStage {
  readonly simulator: TestSimulator
  readonly tenant: TenantClient
  /** Every request of the product to a tenant with the expected answers, with its answer. */
  readonly faithful: readonly Exchange[]
  /** A folder for files, removed at the end. */
  readonly folder: string
  readonly doctor: (
    tenantId: string,
    args: readonly string[],
  ) => Promise<{ readonly code: number; readonly text: string }>
  readonly stop: () => Promise<void>
}

async function exchangesOf(at: TestSimulator, tenantId: string, { exerciseAzure }: AzureStageParts) {
  const token = await at.control.tenant(tenantId).token({ person: who, audience: 'arm' })
  const exchanges: Exchange[] = []
  const source = { token, expiresAt: Date.now() + 3_600_000 }
  await exerciseAzure(
    {
      armEndpoint: at.origins.server,
      tokens: { get: () => Promise.resolve(ok(source)), drop: () => undefined },
      storage: { kind: 'origin', origin: at.origins.server },
      signal: new AbortController().signal,
      subscription: null,
    },
    (exchange) => exchanges.push(exchange),
  )
  return exchanges
}

/** A fake Azure with one tenant, whose clock is frozen so that two readings of a VM agree. */
export async function startAzureStage(parts: AzureStageParts): Promise<AzureStage> {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
  // The SDK's client reads extra certificates only at the start of a process.
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-azure-'))
  const simulator = await startTestSimulator()
  const { tenantId } = await simulator.control.createTenant({ scenario: 'mixed' })
  const tenant = simulator.control.tenant(tenantId)
  await tenant.clock({ speed: 0 })
  const faithful = await exchangesOf(simulator, tenantId, parts)
  const doctor = async (of: string, args: readonly string[]) => {
    let text = ''
    const print = (part: string): void => void (text += part)
    const place = { control: simulator.origins.browser, tenantId: of, who, ca: simulator.certificate.certificate }
    const az: Az = async (command) => ok(JSON.parse((await simulatedAz(command, place)).stdout || 'null'))
    const code = await parts.runDoctor(['--azure', ...args], { print, complain: print, az })
    return { code, text }
  }
  const stop = async (): Promise<void> => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before ?? ''
    await simulator.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { simulator, tenant, faithful, folder, doctor, stop }
}
