#!/usr/bin/env node
// The command of the package. It checks Node before it loads anything that an older one cannot read; npm only warns.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 20 || (major === 20 && minor >= 19)) {
  import(new URL('../app/programs/command.mjs', import.meta.url).href).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
} else {
  process.stderr.write(`Sealwatch needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exitCode = 2
}
