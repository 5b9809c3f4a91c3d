import { describe, expect, it } from 'vitest'
import { endOfLifeOf } from './lifecycle-dates'

/** Names and versions as the agents report them, with the last day of the publisher's general support. */
const systems: readonly (readonly [string, string, string])[] = [
  ['ubuntu', '14.04', '2019-04-30'],
  ['ubuntu', '16.04', '2021-04-30'],
  ['ubuntu', '18.04', '2023-05-31'],
  ['ubuntu', '20.04', '2025-05-31'],
  ['ubuntu', '22.04', '2027-04-30'],
  ['ubuntu', '23.10', '2024-07-11'],
  ['ubuntu', '24.04', '2029-04-30'],
  ['rhel', '6.10', '2020-11-30'],
  ['rhel', '7.9', '2024-06-30'],
  ['rhel', '8.10', '2029-05-31'],
  ['rhel', '9.4', '2032-05-31'],
  ['centos', '6.10', '2020-11-30'],
  ['centos', '7.9.2009', '2024-06-30'],
  ['centos', '8.5.2111', '2021-12-31'],
  ['oracle', '8.10', '2029-07-31'],
  ['sles', '12.5', '2024-10-31'],
  ['opensuse', '42.3', '2019-07-01'],
  ['debian', '10.13', '2024-06-30'],
  ['debian', '11.11', '2026-08-31'],
  ['mariner', '2.0', '2025-07-31'],
  ['Windows Server 2008 R2 Datacenter', '6.1.7601', '2020-01-14'],
  ['Windows Server 2012 R2 Datacenter', '6.3.9600', '2023-10-10'],
  ['Microsoft Windows Server 2016 Datacenter', '10.0.14393', '2027-01-12'],
  ['Windows Server 2019 Datacenter', '10.0.17763', '2029-01-09'],
  ['windows server 2022 datacenter', '10.0.20348', '2031-10-14'],
  ['Windows 10 Enterprise', '10.0.19045', '2025-10-14'],
]

describe('the end of general support', () => {
  it.each(systems)('of %s %s is %s', (name, version, end) => {
    expect(endOfLifeOf(name, version)).toBe(end)
  })

  it('is unknown for a system whose name only ends like a listed one', () => {
    const linux = systems.filter(([name]) => !/windows/i.test(name))
    expect(linux.filter(([name, version]) => endOfLifeOf(`my${name}`, version) !== null)).toEqual([])
  })

  it.each([
    ['ubuntu', '26.04'],
    ['fedora', '38'],
    ['Windows Server 2025 Datacenter', '10.0.26100'],
    ['', ''],
  ])('is unknown for %s %s', (name, version) => {
    expect(endOfLifeOf(name, version)).toBeNull()
  })
})
