/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  // The whole address of a deployment is given at run time, so nothing is rendered at build time.
  serverExternalPackages: ['@azure/msal-node'],
  typescript: { tsconfigPath: 'tsconfig.json' },
}

export default config
