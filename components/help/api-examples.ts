/** Commands of the API's page, for a shell; words in capitals are placeholders for the reader's values. */

/** Gets a token for a user who is signed in to azure-cli. */
export function tokenExample(apiScope: string): string {
  return `TOKEN=$(az account get-access-token --scope ${apiScope} --query accessToken -o tsv)`
}

export function addressExample(origin: string): string {
  return `SEALWATCH=${origin}`
}

/** Reads a fleet in pages: a number of lines per request, each request continuing after the lines already received. */
export const pagesExample = `LOAD=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid); AFTER=0
while :; do
  curl -sSf -H "Authorization: Bearer $TOKEN" -o page.ndjson \\
    "$SEALWATCH/api/v1/fleet?load=$LOAD&after=$AFTER&limit=5" || break
  cat page.ndjson
  AFTER=$((AFTER + $(wc -l < page.ndjson)))
  tail -n 1 page.ndjson | grep -Eq '"type":"(end|failure)"' && break
done`
