// @ts-check
// The container's health check. Exit code 0: the server answers. The slim image has no curl.
const port = process.env['PORT'] ?? '3000'
try {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4000) })
  process.exitCode = answer.ok ? 0 : 1
} catch {
  process.exitCode = 1
}
