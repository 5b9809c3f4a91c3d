import { vi } from 'vitest'
import type { FleetEvent } from '@/lib/contract/fleet'

/** A body that a test writes piece by piece. */
export function openBody() {
  const encoder = new TextEncoder()
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const cancelled = vi.fn()
  let isBroken = false
  const breakIfRead = (): void => {
    if (isBroken && (controller.desiredSize ?? 0) > 0) controller.error(new TypeError('network'))
  }
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    pull: breakIfRead,
    cancel: cancelled,
  })
  return {
    body,
    cancelled,
    send: (...events: FleetEvent[]) =>
      controller.enqueue(encoder.encode(events.map((event) => `${JSON.stringify(event)}\n`).join(''))),
    raw: (text: string) => controller.enqueue(encoder.encode(text)),
    close: () => controller.close(),
    /** The connection breaks after everything sent was read. */
    breakOff: () => {
      isBroken = true
      breakIfRead()
    },
  }
}
