/** api-versions of `Microsoft.KeyVault` on the control plane. Keys are there from 2019-09-01 on. */
export const vaultVersions: readonly string[] = [
  '2018-02-14',
  '2019-09-01',
  '2021-10-01',
  '2022-07-01',
  '2023-02-01',
  '2023-07-01',
  '2024-11-01',
  '2025-05-01',
  '2026-02-01',
]

export const featureVersions: readonly string[] = ['2015-12-01', '2021-07-01']

export const lockVersions: readonly string[] = ['2016-09-01', '2017-04-01', '2020-05-01']

export const policyVersions: readonly string[] = [
  '2019-09-01',
  '2020-09-01',
  '2021-06-01',
  '2022-06-01',
  '2023-04-01',
  '2024-04-01',
  '2024-05-01',
  '2025-01-01',
  '2025-03-01',
]

export const resourceVersions: readonly string[] = [
  '2015-11-01',
  '2019-10-01',
  '2021-04-01',
  '2022-09-01',
  '2024-11-01',
  '2025-04-01',
]

/** api-versions of `Microsoft.Network` (https://github.com/Azure/bicep-types-az/tree/main/generated/network). */
export const networkVersions: readonly string[] = [
  '2015-06-15',
  '2016-03-30',
  '2017-10-01',
  '2018-11-01',
  '2019-11-01',
  '2020-11-01',
  '2021-08-01',
  '2022-01-01',
  '2022-04-01',
  '2022-05-01',
  '2022-07-01',
  '2022-09-01',
  '2022-11-01',
  '2023-02-01',
  '2023-04-01',
  '2023-06-01',
  '2023-09-01',
  '2023-11-01',
  '2024-01-01',
  '2024-03-01',
  '2024-05-01',
  '2024-07-01',
  '2024-10-01',
  '2025-01-01',
]
