interface NamedOne {
  readonly explained: {
    readonly explanation: { readonly vm: { readonly id: string | null; readonly name: string | null } }
  }
}

/** The names of VMs that a list holds more than once, by their resource ids, otherwise by their names. */
export function repeatedVms(vms: readonly NamedOne[]): readonly string[] {
  const seen = new Set<string>()
  const repeated = vms.flatMap(({ explained }) => {
    const { id, name } = explained.explanation.vm
    const key = (id ?? name)?.toLowerCase()
    if (key === undefined || name === null) return []
    const isRepeated = seen.has(key)
    seen.add(key)
    return isRepeated ? [name] : []
  })
  return [...new Set(repeated)]
}
