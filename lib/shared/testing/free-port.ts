import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Linux gives outgoing connections, and servers that ask for port 0, a port from 32768 on, macOS and Windows from 49152
 * on. A port that they gave and that is free again can be given to another program at any time.
 * https://github.com/torvalds/linux/blob/v6.12/Documentation/networking/ip-sysctl.rst
 */
const ports = { first: 20_000, end: 32_768 }

/** Whether a program could listen on this port now, at every address. */
export async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port)
  try {
    await once(probe, 'listening')
  } catch {
    return false
  }
  probe.close()
  await once(probe, 'close')
  return true
}

/**
 * A free TCP port for a program that needs one in its settings, such as PostgreSQL. A program that can listen on port 0 and
 * say which port it was given should do that instead.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(ports.first, ports.end)
    if (await isFree(port)) return port
  }
}
