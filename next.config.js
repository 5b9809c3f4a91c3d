/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // Large, server-only, and working as they are.
  serverExternalPackages: ['@azure/msal-node', '@azure/arm-compute'],
}

export default config
