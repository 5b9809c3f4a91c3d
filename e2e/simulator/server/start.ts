import type { ArmRoute, SimRequest } from '../model/http'
import type { World, WorldSpec } from '../model/world'
import { createEntraState } from '../entra/state'
import { demoTenantIds } from '../names'
import { prepareCertificate, type Certificate } from './certificate'
import type { Hold } from './delivery'
import { dispatch } from './dispatch'
import { prepareKeys } from './keys'
import { createListener, listen, shut } from './listener'
import type { SimulatorOptions } from './options'
import type { Origins, Simulator } from './state'
import { addTenant } from './tenants'

/** The simulator's parts besides its options: the routes of ARM, the creator of worlds, the time, the delay function. */
export interface Parts {
  readonly routes: readonly ArmRoute[]
  readonly createWorld: (spec: WorldSpec) => World
  readonly now: () => number
  readonly log: (line: string) => void
  /** Delays slow answers; in real time by default. */
  readonly hold?: Hold
}

export interface Running {
  readonly simulator: Simulator
  readonly origins: Origins
  readonly certificate: Certificate
  readonly close: () => Promise<void>
}

/** Starts both listeners and creates the tenants of the options. Throws if a port is in use. */
export async function startSimulator(options: SimulatorOptions, parts: Parts): Promise<Running> {
  const certificate = await prepareCertificate(options.dataDir, parts.now())
  const keys = await prepareKeys(options.dataDir)
  const origins = { browser: '', server: '' }
  const simulator: Simulator = {
    origins,
    keys,
    tenants: new Map(),
    entra: createEntraState(),
    recordings: options.recordings,
    ...parts,
  }
  for (const scenario of options.worlds)
    addTenant(simulator, { tenantId: demoTenantIds[scenario], scenario, seed: options.seed })
  const { log, hold } = parts
  const serving = { handle: (request: SimRequest) => dispatch(simulator, request), log, hold }
  const browser = createListener('browser', certificate, serving)
  const server = createListener('server', certificate, serving)
  const close = async (): Promise<void> => {
    await Promise.all([shut(browser), shut(server)])
  }
  try {
    origins.server = `https://localhost:${await listen(server, options.httpsPort)}`
    origins.browser = `http://localhost:${await listen(browser, options.httpPort)}`
  } catch (error) {
    await close()
    throw error
  }
  return { simulator, origins, certificate, close }
}
