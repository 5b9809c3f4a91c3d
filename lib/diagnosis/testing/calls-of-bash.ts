import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The arguments that real bash passes to `az`, call by call, for many scripts in one run. No other program can be found
 * or run.
 */
export function callsOfBash(scripts: readonly string[]): readonly (readonly string[])[] {
  // The calls go past pipes and substitutions.
  const az = `exec 3>&1\naz() { printf '%s\\0' "$@" >&3; printf '\\1\\0' >&3; }\npython3() { :; }\nreboot() { printf 'RAN\\0'; }\nPATH=/nowhere\n`
  // Some scripts write files.
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-bash-'))
  const run = spawnSync('bash', ['--noprofile', '--norc', '-s'], {
    cwd: folder,
    encoding: 'utf8',
    input: `${az}${scripts.join('\n')}\n`,
    maxBuffer: 64 * 1024 * 1024,
  })
  rmSync(folder, { recursive: true, force: true })
  if (run.stderr !== '') throw new Error(run.stderr)
  return run.stdout
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) =>
      call
        .split('\0')
        .slice(0, -1)
        .flatMap((word) => /^(--[a-z-]+)=(-.*)$/su.exec(word)?.slice(1) ?? [word]),
    )
}
