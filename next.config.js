import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'tooling/browser',
  'next.config.js',
  'proxy.ts',
  'package-lock.json',
]

/** Made by each build: what the pages use of zod/mini. */
const zodFile = './node_modules/.cache/sealwatch/zod-mini.js'

/** The id of a build is that of its sources: the same ones give the same build, wherever and whenever. */
function sourcesId() {
  const hash = createHash('sha256')
  for (const source of sources.filter((path) => existsSync(path))) {
    const inside = statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()
      : ['']
    for (const name of inside) {
      const path = name === '' ? source : `${source}/${name}`
      if (statSync(path).isFile()) hash.update(path).update('\0').update(readFileSync(path))
    }
  }
  return hash.digest('hex').slice(0, 21)
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // No page uses Next's images: without the optimiser there is no endpoint for it, and no cache that it writes.
  images: { unoptimized: true },
  reactStrictMode: true,
  generateBuildId: () => Promise.resolve(sourcesId()),
  // For counting which lines the browser runs: as they were written, and with the way back to them.
  productionBrowserSourceMaps: process.env.SEALWATCH_BUILD === 'mapped',
  ...(process.env.SEALWATCH_BUILD === 'mapped' ? { experimental: { turbopackMinify: false } } : {}),
  // For the image: a server that brings exactly the files it needs. `next start` wants the other kind.
  ...(process.env.SEALWATCH_BUILD === 'standalone' ? { output: 'standalone' } : {}),
  // `npm test` checks the types of everything, tests and tools included; once is enough.
  typescript: { ignoreBuildErrors: true },
  // Texts travel compiled: without the parser of messages, a tenth of a page's own code.
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': './lib/i18n/format-message.ts',
      'zod/mini': { browser: zodFile },
    },
  },
  // The framework serves its icon without the charset that markup should have.
  headers: () =>
    Promise.resolve([
      { source: '/icon.svg', headers: [{ key: 'content-type', value: 'image/svg+xml; charset=utf-8' }] },
    ]),
  // Large, server-only, and working as they are.
  serverExternalPackages: [
    '@azure/msal-node',
    '@azure/arm-compute',
    '@azure/identity',
    'better-sqlite3',
    'https-proxy-agent',
    'proxy-from-env',
    'undici',
    'pg',
    'kysely',
    'pino',
    '@opentelemetry/api',
    '@opentelemetry/exporter-metrics-otlp-http',
    '@opentelemetry/exporter-metrics-otlp-proto',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/exporter-trace-otlp-proto',
    '@opentelemetry/exporter-prometheus',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace-base',
  ],
}

/**
 * What only the pages load is made before them. The framework reads this configuration in several processes; the first one
 * makes it for all.
 * @param {string} phase
 */
export default async function configOf(phase) {
  const builds = phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER
  if (builds && process.env.SEALWATCH_BROWSER_PARTS !== 'made') {
    const [{ bundleZod }, { bundleWorker }] = await Promise.all([
      import('./tooling/browser/zod.mjs'),
      import('./tooling/browser/worker.mjs'),
    ])
    await Promise.all([bundleZod(zodFile), bundleWorker()])
    process.env.SEALWATCH_BROWSER_PARTS = 'made'
  }
  return config
}
