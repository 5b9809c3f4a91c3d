import { createInterface } from 'node:readline'
import { GET as readyz } from '@/app/readyz/route'
import { readySchema } from '@/lib/contract/health'

/**
 * A program that answers each line of its input with the history's line of `/readyz`, as JSON. Its clock moves by more than
 * the pause between two probes each time, and never while one runs, however long a busy machine takes for it. A test starts
 * it with fewer rights than its own.
 */
let now = performance.now()
performance.now = () => now

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'ask') continue
  await globalThis.sealwatchHistoryHealth?.probing
  now += 3001
  const { checks, ready } = readySchema.parse(await (await readyz()).json())
  const history = checks.find(({ check }) => check === 'history')
  process.stdout.write(`${JSON.stringify({ event: 'readiness', ready, reason: history?.reason ?? null })}\n`)
}
process.exit(0)
