import 'server-only'

/**
 * Pieces of text as a body, fetched only as fast as they are read. `onEnd` is called once, for any reason of the end.
 */
export function textStream(
  pieces: AsyncGenerator<string, void, undefined>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await pieces.next()
        if (next.done !== true) {
          controller.enqueue(encoder.encode(next.value))
          return
        }
        controller.close()
        onEnd()
      },
      cancel: async () => {
        onEnd()
        await pieces.return()
      },
    },
    { highWaterMark: 1 },
  )
}
