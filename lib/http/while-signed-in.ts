import 'server-only'

/** How often a body on its way out asks whether its person has left: at another server too, where no request tells. */
const askMilliseconds = 400

interface Sending {
  /** As `personKey` has it. */
  readonly person: string
  readonly cutOff: () => void
}

declare global {
  // Next bundles each route by itself; signing out, at one of them, ends what another sends.
  var sealwatchSending: Set<Sending> | undefined
}

/** Bodies on their way out, of all people in this process. */
const sending = (globalThis.sealwatchSending ??= new Set<Sending>())

/** Breaks every body off that is on its way to a person. */
export function cutOffAnswersTo(person: string): void {
  for (const each of sending) if (each.person === person) each.cutOff()
}

/**
 * A body that goes on only as long as its person is signed in. It breaks off rather than ends: what is not whole must not
 * look whole.
 * @param isOver whether the session of whoever asked is over; asked before the first piece, and again and again
 */
export function whileSignedIn(
  body: ReadableStream<Uint8Array>,
  person: string,
  isOver: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let leave: () => boolean = () => false
  let first: Promise<void> = Promise.resolve()
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const cutOff = (): void => {
          if (!leave()) return
          // The framework takes this name for a connection that ended, and anything else for a fault of ours.
          const reason = new DOMException('the session is over', 'AbortError')
          controller.error(reason)
          void reader.cancel(reason).catch(() => undefined)
        }
        const look = async (): Promise<void> => {
          if (await isOver()) cutOff()
        }
        const entry: Sending = { person, cutOff }
        const timer = setInterval(() => void look(), askMilliseconds)
        timer.unref()
        leave = () => {
          clearInterval(timer)
          return sending.delete(entry)
        }
        sending.add(entry)
        // Whoever left between the check of the request and this line is in no list yet.
        first = look()
      },
      pull: async (controller) => {
        await first
        try {
          const next = await reader.read()
          if (next.done) {
            if (leave()) controller.close()
          } else controller.enqueue(next.value)
        } catch (error) {
          if (leave()) controller.error(error)
        }
      },
      cancel: async (reason) => {
        leave()
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
