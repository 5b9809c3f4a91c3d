import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armRoutes } from '../../arm/routes'
import { simulatorClient, type SimulatorClient } from '../../control/client'
import type { World, WorldSpec } from '../../model/world'
import { createWorld } from '../../worlds/create'
import { startSimulator, type Running } from '../start'
import { send, type Answer, type Order } from './send'

export interface TestSimulator extends Running {
  readonly control: SimulatorClient
  readonly dataDir: string
  /** Advances the simulator's real time. */
  readonly pass: (milliseconds: number) => void
  /** A request to the https listener, which trusts the simulator's certificate. */
  readonly server: (path: string, order?: Order) => Promise<Answer>
  /** A request to the http listener. */
  readonly browser: (path: string, order?: Order) => Promise<Answer>
  /** An ARM `GET` with a bearer token. */
  readonly arm: (path: string, token: string, order?: Order) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** A simulator in this process on free ports. `make` replaces the creator of worlds. */
export async function startTestSimulator(
  make: (spec: WorldSpec) => World = (spec) => createWorld(spec),
): Promise<TestSimulator> {
  const dataDir = await mkdtemp(join(tmpdir(), 'simulator-'))
  let ahead = 0
  const options = { httpPort: 0, httpsPort: 0, dataDir, seed: 1, worlds: [], recordings: null, log: false }
  const running = await startSimulator(options, {
    routes: armRoutes,
    createWorld: make,
    now: () => Date.now() + ahead,
    log: (line) => {
      if (line.startsWith('internal error')) console.error(line)
    },
  })
  const server = (path: string, order: Order = {}): Promise<Answer> =>
    send(`${running.origins.server}${path}`, { ...order, ca: running.certificate.certificate })
  return {
    ...running,
    control: simulatorClient(running.origins.browser),
    dataDir,
    pass: (milliseconds) => {
      ahead += milliseconds
    },
    server,
    browser: (path, order = {}) => send(`${running.origins.browser}${path}`, order),
    arm: (path, token, order = {}) =>
      server(path, { ...order, headers: { authorization: `Bearer ${token}`, ...order.headers } }),
    stop: async () => {
      await running.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
