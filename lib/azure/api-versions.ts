import 'server-only'

/**
 * The api-versions that a call may use, by resource provider, or by resource type where the provider versions its types
 * separately. The first is sent by default: public cloud, US Government and China all have it. The others also have
 * every field that `lib/wire` reads, and replace the first in a cloud that does not support it.
 * Which versions exist: https://github.com/Azure/azure-rest-api-specs and https://github.com/Azure/bicep-types-az. That
 * sovereign clouds lag behind: https://github.com/Azure/azure-cli/issues/30847, and issues 18483 and 23888 there.
 */
export const apiVersions = {
  // `securityProfile.encryptionIdentity` came with 2023-09-01:
  // https://learn.microsoft.com/azure/templates/microsoft.compute/change-log/virtualmachines
  'Microsoft.Compute': ['2024-11-01', '2026-03-01', '2024-07-01', '2024-03-01', '2023-09-01'],
  'Microsoft.Compute/disks': ['2024-03-02', '2025-01-02', '2023-10-02', '2023-04-02'],
  'Microsoft.Compute/skus': ['2021-07-01', '2019-04-01'],
  'Microsoft.Network': ['2024-05-01', '2024-01-01', '2023-09-01', '2023-02-01'],
  // Versions before 2026-02-01 retire in February 2027: when the first is refused then, 2026-02-01 replaces it.
  // https://learn.microsoft.com/azure/key-vault/general/access-control-default
  'Microsoft.KeyVault': ['2023-07-01', '2026-02-01', '2023-02-01', '2022-07-01'],
  'Microsoft.Authorization/locks': ['2020-05-01', '2016-09-01'],
  'Microsoft.Authorization/policies': ['2023-04-01', '2022-06-01', '2021-06-01'],
  'Microsoft.Features': ['2021-07-01', '2015-12-01'],
  'Microsoft.Insights/eventtypes': ['2015-04-01'],
  'Microsoft.Insights/metrics': ['2023-10-01', '2021-05-01', '2018-01-01'],
  'Microsoft.ResourceGraph': ['2022-10-01', '2024-04-01', '2021-03-01'],
  'Microsoft.Resources': ['2022-12-01', '2021-01-01', '2020-01-01'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

/** A row of `apiVersions`: the provider or resource type of a call. */
export type ApiProvider = keyof typeof apiVersions

/** The api-versions for calls to one ARM endpoint; remembers what that cloud refused. */
export class ApiVersionChoice {
  readonly #chosen = new Map<ApiProvider, string>()

  of(provider: ApiProvider): string {
    return this.#chosen.get(provider) ?? apiVersions[provider][0]
  }

  /**
   * Chooses another version after a refusal.
   * @param refused the version that was sent
   * @param offered the versions that the cloud lists in its refusal
   * @returns the newest supported version among them, which later calls use too; null without a match
   */
  replace(provider: ApiProvider, refused: string, offered: readonly string[]): string | null {
    const ours: readonly string[] = apiVersions[provider]
    const next = ours
      .filter((version) => version !== refused && offered.includes(version))
      .toSorted()
      .at(-1)
    if (next === undefined) return null
    this.#chosen.set(provider, next)
    return next
  }
}

/** Adds the api-version to an address without one. The address of a next page has its own version, which stays. */
export function withApiVersion(url: string, version: string): string {
  if (/[?&]api-version=/i.test(url)) return url
  return `${url}${url.includes('?') ? '&' : '?'}api-version=${version}`
}

/** Replaces the api-version that a client library wrote into the address. */
export function replaceApiVersion(url: string, version: string): string {
  return url.replace(/([?&]api-version=)[^&#]*/i, `$1${version}`)
}
