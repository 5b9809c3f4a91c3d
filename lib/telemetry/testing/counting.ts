import { once } from 'node:events'
import { count } from '../measure'
import { endTelemetry, startTelemetry } from '../start'

/**
 * A program that counts so many verdicts, sends its metrics at its end, and ends: a server's life as telemetry sees it. With
 * `wait` it first waits until its input ends.
 */
const [verdicts = '0', wait] = process.argv.slice(2)
await startTelemetry()
for (let counted = 0; counted < Number(verdicts); counted += 1)
  count('sealwatch.verdicts', 1, { state: 'encrypted', reading: 'vm' })
if (wait === 'wait') {
  process.stdout.write('counted\n')
  await once(process.stdin.resume(), 'end')
}
await endTelemetry(60_000)
