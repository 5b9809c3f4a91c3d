import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { top } from './paths'

/** Code that runs on an operator's machine; the tools of development write only into the project. */
const folders = ['lib', 'infra', join('e2e', 'simulator'), join('e2e', 'azure-cli')]

const sources = folders
  .flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .concat(join('tooling', 'launch', 'bundle.mjs'))
  .filter((name) => /\.m?ts$|\.mjs$/.test(name) && !/\.test\.ts$|[/\\]testing[/\\]/.test(name))

/** Calls that create a file, with the rest of their line. A file handle's own methods have a text or nothing as their first argument. */
const creating = /\b(?:writeFile(?:Sync)?\((?!text\))|createWriteStream\((?!\))|open(?:Sync)?\([\w.]+, 'w).*/g

it('files are created with wx, so that another user cannot place a file or a link at the path first', () => {
  const calls = sources.flatMap((name) =>
    [...readFileSync(join(top, name), 'utf8').matchAll(creating)].map(([call]) => `${name}: ${call}`),
  )
  expect(calls.length).toBeGreaterThanOrEqual(5)
  expect(calls.filter((call) => !call.includes("'wx'"))).toEqual([])
})
