// @ts-check
// Bundles the programs beside the server, one file each: programs.mjs FOLDER. Next traces the server's files only.
import { build } from 'esbuild'

const [outdir] = process.argv.slice(2)
if (outdir === undefined) throw new Error('usage: node infra/image/programs.mjs FOLDER')

await build({
  entryPoints: ['collect', 'store', 'doctor'].map((name) => ({ in: `lib/cli/${name}.ts`, out: name })),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfig: 'tooling/launch/tsconfig.programs.json',
  // Native packages and their importers come with the server's files. Everything else is bundled: two versions of
  // msal-node are in use, and a bundle contains the right one for each importer.
  external: ['better-sqlite3', 'pg', 'pg-native'],
  banner: {
    js: "import { createRequire as sealwatchRequire } from 'node:module'\nconst require = sealwatchRequire(import.meta.url)",
  },
  logLevel: 'warning',
})
