import * as z from 'zod'

/** The name and the version of the format. A reader refuses every other. */
export const bundleFormat = 'sealwatch-bundle'
export const bundleVersion = 1

/**
 * What a bundle can contain, in the order of its lines: the load of the fleet, what Retirement reads, and of single VMs
 * their page, Timeline and Troubleshoot.
 */
export const bundleParts = ['fleet', 'retirement', 'vm-pages', 'timelines', 'troubleshoot'] as const
export type BundlePart = (typeof bundleParts)[number]

const moment = z.iso.datetime({ offset: true })
const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first line: what the file is, when it was taken, and for whom. */
export const bundleHeaderSchema = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  /** Version of the program that wrote the file. */
  program: z.string().max(40),
  /** The moment to which the contents belong: the end of the reading would make every age too small. */
  takenAt: moment,
  cloud: z.enum(['public', 'usgovernment', 'china']),
  armEndpoint: z.url({ protocol: /^https$/ }).max(200),
  tenantId: z.guid(),
  /** The account that read; null where the file is redacted. */
  who: z.string().max(320).nullable(),
  redacted: z.boolean(),
  /** The only subscriptions that were read; null for all. */
  subscriptions: z.array(z.guid()).nullable(),
})
export type BundleHeader = z.infer<typeof bundleHeaderSchema>

/** One request to ARM and its answer. The request's headers, with the token, are never part of it. */
export const bundleExchangeSchema = z.strictObject({
  kind: z.literal('exchange'),
  part: z.enum(bundleParts),
  method: z.enum(['GET', 'POST']),
  url: z.url({ protocol: /^https$/ }).max(32_768),
  /** Parsed JSON; null without a body. */
  requestBody: z.unknown(),
  /** Null where no answer came. */
  status: z.int().min(100).max(599).nullable(),
  headers: z.record(z.string(), z.string()),
  /** The response body as parsed JSON, as text if it is not JSON, and null without a response. */
  body: z.unknown(),
})
export type BundleExchange = z.infer<typeof bundleExchangeSchema>

/** The last line. Without it, or where it does not fit the lines before it, nothing in the file counts. */
export const bundleManifestSchema = z.strictObject({
  kind: z.literal('manifest'),
  endedAt: moment,
  /** Whether everything that was asked for was read. */
  complete: z.boolean(),
  subscriptions: count,
  vms: count,
  /** Pages, timelines and troubleshooting pages of VMs that were read. */
  pages: count,
  timelines: count,
  troubleshoot: count,
  /** What could not be read, and why. `scope` is a subscription id, an ARM id or `tenant`. */
  notRead: z.array(
    z.strictObject({ scope: z.string(), kind: z.string(), code: z.string(), azureCodes: z.array(z.string()) }),
  ),
  /** SHA-256 over the lines of each part, each line with its line feed; the header is a part of its own. */
  parts: z.array(z.strictObject({ name: z.enum(['header', ...bundleParts]), lines: count, sha256 })),
})
export type BundleManifest = z.infer<typeof bundleManifestSchema>
