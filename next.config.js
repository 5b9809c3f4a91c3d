/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // `npm test` checks the types of everything, tests and tools included; once is enough.
  typescript: { ignoreBuildErrors: true },
  // Large, server-only, and working as they are.
  serverExternalPackages: ['@azure/msal-node', '@azure/arm-compute'],
}

export default config
