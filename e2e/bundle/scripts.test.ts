import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apiVersions } from '@/lib/azure/api-versions'
import * as queries from '@/lib/usecases/fleet/queries'

const folder = resolve('docs/bundle')
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')
const scripts = ['take.sh', 'take.ps1'] as const

describe('the scripts that take a bundle without a program of ours', () => {
  it('send the queries of the product', () => {
    const sent = {
      vms: queries.virtualMachinesQuery,
      extensions: queries.extensionsQuery,
      stamped: queries.stampedDisksQuery,
      hidden: queries.hiddenDisksQuery,
      attestations: queries.attestationsQuery,
    }
    const sections = textOf('queries.kql')
      .split(/^\/\/ /m)
      .slice(2)
    expect(Object.fromEntries(sections.map((section) => section.trimEnd().split(/\n([^]*)/)))).toEqual(sent)
    for (const script of scripts)
      for (const name of Object.keys(sent)) expect(textOf(script)).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it.each(scripts)('%s is short, sends only GET and queries, and the versions of the product', (script) => {
    const text = textOf(script)
    expect(text.split('\n').length).toBeLessThan(120)
    expect([...text.matchAll(/\b(?:PUT|PATCH|DELETE)\b/gi)]).toEqual([])
    expect(text.match(/\bPOST\b.*/g)).toEqual([expect.stringContaining('Microsoft.ResourceGraph/resources?')])
    const used = [...text.matchAll(/api-version=([\d-]+)/g)].map(([, version]) => version)
    const expected = ['Microsoft.ResourceGraph', 'Microsoft.Resources', 'Microsoft.Compute'] as const
    expect(new Set(used)).toEqual(new Set(expected.map((provider) => apiVersions[provider][0])))
  })
})
