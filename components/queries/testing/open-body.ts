import { vi } from 'vitest'
import type { FleetEvent } from '@/lib/contract/fleet'

/** A body that a test fills piece by piece. */
export function openBody() {
  const encoder = new TextEncoder()
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const cancelled = vi.fn()
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given), cancel: cancelled })
  return {
    body,
    cancelled,
    send: (...events: FleetEvent[]) =>
      controller.enqueue(encoder.encode(events.map((event) => `${JSON.stringify(event)}\n`).join(''))),
    raw: (text: string) => controller.enqueue(encoder.encode(text)),
    close: () => controller.close(),
    breakOff: () => controller.error(new TypeError('network')),
  }
}
