interface Lifecycle {
  /** Matched against name and version with a space between them. */
  readonly system: RegExp
  /** Last day of the publisher's general support, `YYYY-MM-DD`. */
  readonly end: string
}

/**
 * Ends of general support, from the publishers' own pages: https://ubuntu.com/about/release-cycle,
 * https://access.redhat.com/support/policy/updates/errata, https://www.centos.org/centos-linux-eol/,
 * https://www.suse.com/lifecycle, https://wiki.debian.org/LTS,
 * https://learn.microsoft.com/azure/azure-linux/support-cycle and https://learn.microsoft.com/lifecycle/products/
 */
const lifecycles: readonly Lifecycle[] = [
  { system: /^ubuntu 14\.04/, end: '2019-04-30' },
  { system: /^ubuntu 16\.04/, end: '2021-04-30' },
  { system: /^ubuntu 18\.04/, end: '2023-05-31' },
  { system: /^ubuntu 20\.04/, end: '2025-05-31' },
  { system: /^ubuntu 22\.04/, end: '2027-04-30' },
  { system: /^ubuntu 23\.10/, end: '2024-07-11' },
  { system: /^ubuntu 24\.04/, end: '2029-04-30' },
  { system: /^rhel 6/, end: '2020-11-30' },
  { system: /^rhel 7/, end: '2024-06-30' },
  { system: /^rhel 8/, end: '2029-05-31' },
  { system: /^rhel 9/, end: '2032-05-31' },
  { system: /^centos 6/, end: '2020-11-30' },
  { system: /^centos 7/, end: '2024-06-30' },
  { system: /^centos 8/, end: '2021-12-31' },
  { system: /^oracle 8/, end: '2029-07-31' },
  { system: /^sles 12/, end: '2024-10-31' },
  { system: /^opensuse 42/, end: '2019-07-01' },
  { system: /^debian 10/, end: '2024-06-30' },
  { system: /^debian 11/, end: '2026-08-31' },
  { system: /^mariner 2/, end: '2025-07-31' },
  { system: /windows server 2008/i, end: '2020-01-14' },
  { system: /windows server 2012/i, end: '2023-10-10' },
  { system: /windows server 2016/i, end: '2027-01-12' },
  { system: /windows server 2019/i, end: '2029-01-09' },
  { system: /windows server 2022/i, end: '2031-10-14' },
  { system: /windows 10/i, end: '2025-10-14' },
]

/** The last day of a system's general support, `YYYY-MM-DD`; null for a system that is not listed. */
export function endOfLifeOf(name: string, version: string): string | null {
  const text = `${name} ${version}`
  return lifecycles.find(({ system }) => system.test(text))?.end ?? null
}
