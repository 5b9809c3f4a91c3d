import 'server-only'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { recordingTransport, type Recorded } from '@/lib/azure/recording-transport'
import type { Exchange } from '@/lib/setup/azure/exchange'
import { isPlainHeader } from '@/lib/setup/azure/redact-words'
import { bundleParts, type BundleExchange, type BundleHeader, type BundlePart } from '@/lib/setup/bundle/format'
import type { BegunBundle } from '@/lib/setup/bundle/read'
import type { BundleWriter } from '@/lib/setup/bundle/write'
import { exchangeOf } from '@/lib/usecases/azure-check/exchange-of'
import { Refusals } from './refusals'
import { isPassing, replayTransport } from './replay'
import { isWithheld } from './withheld'

function withoutOtherHeaders(exchange: Exchange): Exchange {
  const kept = Object.entries(exchange.headers).filter(([name, value]) => isPlainHeader(name, value))
  return { ...exchange, headers: Object.fromEntries(kept) }
}

const isMethod = (method: string): method is 'GET' | 'POST' => method === 'GET' || method === 'POST'

const later = (one: BundlePart, other: BundlePart): BundlePart =>
  bundleParts.indexOf(one) < bundleParts.indexOf(other) ? other : one

/**
 * Writes each request and its answer into the part that is read at the moment. What a run that was cut off has read of
 * that part is written first and not asked for again; what only failed on the way is.
 */
export class BundleRecorder {
  readonly refusals = new Refusals()
  readonly #writer: BundleWriter
  readonly #header: Omit<BundleHeader, 'kind'>
  readonly #kept: readonly BundleExchange[]
  readonly #live: HttpClient
  #part: BundlePart = 'fleet'
  /** The last part in the file. */
  #written: BundlePart = 'fleet'

  constructor(
    transport: HttpClient,
    writer: BundleWriter,
    { header, exchanges }: Omit<BegunBundle, 'header'> & { readonly header: Omit<BundleHeader, 'kind'> },
  ) {
    this.#writer = writer
    this.#header = header
    this.#kept = exchanges.filter(({ status }) => !isPassing(status))
    this.#live = recordingTransport(transport, (recorded) => this.#record(recorded))
  }

  /** Writes the header and what is kept: a run that is cut off again loses nothing of it. */
  async begin(): Promise<void> {
    await this.#writer.header(this.#header)
    for (const exchange of this.#kept) await this.#put(exchange.part, exchange)
    this.read('fleet')
  }

  /** From now on, requests belong to this part. */
  read(part: BundlePart): void {
    this.#part = part
    const exchanges = this.#kept.filter((each) => each.part === part)
    globalThis.sealwatchTransport =
      exchanges.length === 0
        ? this.#live
        : replayTransport({ header: { kind: 'header', ...this.#header }, exchanges }, this.#live)
  }

  async #record(recorded: Recorded): Promise<void> {
    const exchange = withoutOtherHeaders(exchangeOf(recorded))
    const { method, url } = exchange
    if (isMethod(method) && !isWithheld(url)) await this.#put(this.#part, { ...exchange, method })
  }

  async #put(part: BundlePart, exchange: Omit<BundleExchange, 'kind' | 'part'>): Promise<void> {
    this.refusals.note(part, exchange)
    // Parts are in order in a file: what failed in a part that is closed stands in the last one.
    this.#written = later(this.#written, part)
    const { method, url, requestBody, status, headers, body } = exchange
    await this.#writer.exchange(this.#written, { method, url, requestBody, status, headers, body })
  }
}
