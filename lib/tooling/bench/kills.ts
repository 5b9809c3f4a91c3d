import { run } from '../launch/processes'

/** The test of kills at its full length: four rounds of five. */
export async function killOften(): Promise<boolean> {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'lib/tooling/vitest.config.ts',
    'lib/store/kill.test.ts',
  ]
  return (await run('vitest', process.execPath, args, { env: { SEALWATCH_KILL_ROUNDS: '4' } })) === 0
}
