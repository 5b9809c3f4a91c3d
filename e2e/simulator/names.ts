import type { ScenarioName } from './model/world'

/** The product's single-page application, as registered in every simulated tenant. Its redirect URI is `http://localhost:PORT/auth/redirect`, with any port. */
export const productSpa = { clientId: '5ea1a7c4-0000-4000-a000-0000000005fa', redirectPath: '/auth/redirect' } as const

/** The product's API: its client id is the audience of the tokens that the browser holds. */
export const productApi = {
  clientId: '5ea1a7c4-0000-4000-a000-0000000000a1',
  clientSecret: 'simulated-api-secret',
  scope: 'access_as_user',
  identifierUri: 'api://5ea1a7c4-0000-4000-a000-0000000000a1',
} as const

/** The service identity of an unattended collector: Reader on every subscription of every simulated tenant. */
export const collectorApplication = {
  clientId: '5ea1a7c4-0000-4000-a000-0000000c011e',
  clientSecret: 'simulated-collector-secret',
} as const

/** Public client id of azure-cli, the same in every cloud. */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

/** Tenant ids of the worlds that `--worlds` creates; tests create their own tenants. */
export const demoTenantIds: Readonly<Record<ScenarioName, string>> = {
  mixed: '5ea1a7c4-1111-4111-a111-000000000001',
  empty: '5ea1a7c4-1111-4111-a111-000000000002',
  denied: '5ea1a7c4-1111-4111-a111-000000000003',
  fleet: '5ea1a7c4-1111-4111-a111-000000000004',
  recorded: '5ea1a7c4-1111-4111-a111-000000000005',
  lifecycle: '5ea1a7c4-1111-4111-a111-000000000006',
  timeline: '5ea1a7c4-1111-4111-a111-000000000007',
  troubleshooting: '5ea1a7c4-1111-4111-a111-000000000008',
  'scale-sets': '5ea1a7c4-1111-4111-a111-000000000009',
  demo: '5ea1a7c4-1111-4111-a111-000000000010',
  odd: '5ea1a7c4-1111-4111-a111-000000000011',
}

/** The tenant that tests and the development server sign in to; the demo has one with a past, `demoTenantIds.demo`. */
export const demoTenantId = demoTenantIds.mixed

/** The value of `acrs` that challenged people must prove. */
export const strongerSignIn = 'c1'

/** Title of every page of fake Entra. */
export const directoryTitle = 'Simulated directory'

/** The problems of the world `troubleshooting`: one VM for each, with related resources that show the cause. */
export const troubleStories = [
  'state-prereq',
  'state-selinux',
  'state-stripdown',
  'state-unmount',
  'state-split',
  'state-copy',
  'state-boot',
  'check-memory',
  'check-lvm',
  'check-distro',
  'check-key-volume',
  'check-vault-names',
  'packages',
  'data-xfs',
  'busy-root',
  'os-copy',
  'os-copy-30h',
  'restart-pending',
  'online-running',
  'vault-firewall',
  'vault-private',
  'vault-perimeter',
  'vault-region',
  'vault-subscription',
  'vault-not-enabled',
  'vault-soft-delete',
  'vault-missing',
  'key-disabled',
  'key-expired',
  'key-rotated',
  'key-elliptic',
  'key-2048',
  'windows-vault-region',
  'dual-pass-blocked',
  'network-imds',
  'network-storage',
  'network-packages',
  'network-tunnel',
  'network-dns',
  'agent-silent',
  'agent-not-ready',
  'agent-too-old',
  'agent-status-bug',
  'status-missing',
  'extension-running',
  'extension-failed',
  'extension-removed',
  'extension-renamed',
  'extension-deprecated',
  'extension-pinned',
  'stamp-without-report',
  'dual-pass',
  'decrypting',
  'decryption-stalled',
  'disable-refused',
  'disk-added',
  'data-skipped',
  'data-not-mounted',
  'stamped-after-failure',
  'guest-decrypted',
  'policy-secret-validity',
  'policy-secret-expiration',
  'policy-extensions',
  'policy-host',
  'lock-read-only',
  'lock-delete',
  'lock-group',
  'ready-linux',
  'ready-linux-data',
  'ready-windows',
  'not-ready-memory',
  'not-ready-size-a',
  'not-ready-size-v7',
  'not-ready-ultra',
  'not-ready-premium-v2',
  'not-ready-shared',
  'not-ready-write-accelerator',
  'not-ready-ephemeral',
  'not-ready-unmanaged',
  'not-ready-customer-key',
  'not-ready-host',
  'not-ready-confidential',
  'not-ready-distro',
  'not-ready-custom-image',
  'not-ready-stopped',
  'not-ready-agent',
  'not-ready-agent-version',
  'not-ready-extensions-off',
  'not-ready-extension-running',
  'not-ready-snapshot',
  'not-ready-boot-diagnostics',
  'attested-ade',
  'attested-not-compliant',
  'attested-data-plain',
  'attested-host',
  'attested-stale',
  'attested-pending',
  'attested-windows',
] as const
export type TroubleStory = (typeof troubleStories)[number]

/** Name of the VM of a story. */
export function troubleVm(story: TroubleStory): string {
  return `vm-${story}`
}

/** App role of the product's API that the fleet admin holds in every tenant. */
export const adminAppRole = 'Sealwatch.Admin'
