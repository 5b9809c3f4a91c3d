interface NamedOne {
  readonly explained: {
    readonly explanation: { readonly vm: { readonly id: string | null; readonly name: string | null } }
    readonly reportedAt: string | null
  }
}

/** The names of VMs that a list holds more than once. */
export interface RepeatedVms {
  /** Those of which every result has a time of its own, which shows the newest. */
  readonly dated: readonly string[]
  readonly undated: readonly string[]
}

/** The VMs that a list holds more than once, by their resource ids, otherwise by their names. */
export function repeatedVms(vms: readonly NamedOne[]): RepeatedVms {
  const groups = new Map<string, { readonly name: string; readonly times: readonly (string | null)[] }>()
  for (const { explained } of vms) {
    const { id, name } = explained.explanation.vm
    if (name === null) continue
    const key = (id ?? name).toLowerCase()
    const before = groups.get(key) ?? { name, times: [] }
    groups.set(key, { ...before, times: [...before.times, explained.reportedAt] })
  }
  const repeated = [...groups.values()].filter(({ times }) => times.length > 1)
  const isDated = (times: readonly (string | null)[]): boolean =>
    !times.includes(null) && new Set(times).size === times.length
  const namesWhere = (wanted: boolean): readonly string[] => [
    ...new Set(repeated.flatMap(({ name, times }) => (isDated(times) === wanted ? [name] : []))),
  ]
  return { dated: namesWhere(true), undated: namesWhere(false) }
}
