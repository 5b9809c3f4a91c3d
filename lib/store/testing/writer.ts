import type { Database } from '@/lib/config/history-config'
import { recordObservations } from '../record-observations'
import { openStore } from '../store'
import { testConfig } from './databases-config'
import { observation, moving, vmIdOf } from './observations'

/**
 * A program that writes observations as fast as it can and prints after each batch what was acknowledged, until it is
 * killed. Arguments: the database as JSON, and the writer's number.
 */
const [json = '', writer = '0'] = process.argv.slice(2)
const database = JSON.parse(json) as Database
const opened = await openStore(testConfig(database))
if (!opened.ok) throw new Error(opened.failure.kind)
for (let second = 0; ; second += 10) {
  const vms = [`vm-${writer}`, 'vm-shared'].map((name) => ({ id: vmIdOf(name), vmId: name }))
  const observations = vms.map((vm) => observation(second + Number(writer), moving((second / 10) % 100), vm))
  const done = await recordObservations(opened.value, observations)
  if (done.ok) process.stdout.write(`${second}\n`)
  else if (done.failure.kind !== 'locked') throw new Error(done.failure.kind)
}
