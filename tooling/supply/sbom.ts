import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv/dist/ajv.js'
import * as z from 'zod'
import { top } from '../launch/paths'
import { ofProduction, type Lockfile } from './lockfile'

const billSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({
    component: z.looseObject({ name: z.string(), version: z.string(), 'bom-ref': z.string() }),
  }),
  components: z.array(
    z.looseObject({
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      'bom-ref': z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })).default([]),
})
export type Bill = z.infer<typeof billSchema>

/**
 * npm's bill of all packages, without those that only tests and tools need, and made reproducible for the same lockfile:
 * no random serial number and no time, the product's name instead of the folder's. npm's own option to omit tools also
 * omits packages that both need; in version 11 these include React and zod.
 */
export function settledBill(output: string, lock: Lockfile): Bill {
  const bill = billSchema.parse(JSON.parse(output))
  const { metadata } = bill
  const component = { ...metadata.component, type: 'application', name: lock.root.name ?? metadata.component.name }
  const needed = new Set(ofProduction(lock).map(({ as, version = '' }) => `${as}@${version}`))
  const components = bill.components.filter(({ name, version }) => needed.has(`${name}@${version}`))
  const kept = new Set([...components.map((each) => each['bom-ref']), component['bom-ref']])
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => kept.has(ref)) }))
  const own = { ...bill, metadata: { ...metadata, component }, components, dependencies }
  Reflect.deleteProperty(own, 'serialNumber')
  Reflect.deleteProperty(own.metadata, 'timestamp')
  return own
}

const schemas = join(top, 'node_modules/@cyclonedx/cyclonedx-library/res/schema')

function schemaOf(file: string): object {
  return z.looseObject({}).parse(JSON.parse(readFileSync(join(schemas, file), 'utf8')))
}

/** The violations of the schema of CycloneDX 1.5; empty if the bill is valid. */
export function againstSchema(bill: unknown): readonly string[] {
  // Formats are not checked: two of them are from a later draft that ajv does not support.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  for (const file of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
    ajv.addSchema({ ...schemaOf(file), $id: `http://cyclonedx.org/schema/${file}` })
  const isBill = ajv.compile(schemaOf('bom-1.5.SNAPSHOT.schema.json'))
  if (isBill(bill)) return []
  return (isBill.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`)
}

/** Packages that the product needs and that the bill lacks, or lists with another checksum than the lockfile. */
export function missingFrom(bill: Bill, lock: Lockfile): readonly string[] {
  const listed = new Set(
    bill.components.flatMap(({ name, version, hashes }) => [
      `${name}@${version}`,
      ...hashes.map(({ content }) => `${name}@${version} ${content}`),
    ]),
  )
  return ofProduction(lock)
    .map(({ as, version = '', integrity }) => {
      const sum = integrity?.replace(/^sha512-/, '')
      return `${as}@${version}${sum === undefined ? '' : ` ${Buffer.from(sum, 'base64').toString('hex')}`}`
    })
    .filter((wanted) => !listed.has(wanted))
}
