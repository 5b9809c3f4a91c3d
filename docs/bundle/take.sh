#!/usr/bin/env bash
# Takes the encryption states of your VMs into one file for Sealwatch. It needs azure-cli (signed in), bash and jq.
#   bash take.sh fleet.ndjson.gz [SUBSCRIPTION ...]      then: npx sealwatch open fleet.ndjson.gz
# It sends GETs and the Resource Graph queries of queries.kql, which must be beside it, and changes nothing. The file has
# names, ids and settings of the extension, and no token. For 1,000 VMs in 200 subscriptions at most; instances of scale
# sets and what only the pages of VMs show are not read: `sealwatch bundle` reads them. Format: docs/bundle.md
set -euo pipefail
umask 077
out=${1:?usage: bash take.sh FILE [SUBSCRIPTION ...]}; shift
[ ! -e "$out" ] || { echo "$out: exists already" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; : >"$work/fleet"; : >"$work/not-read"; : >"$work/none"

# Sends one request and adds it with its answer to the file: METHOD PATH [FILE with the body]. The answer is in $work/body.
exchange() {
  local status=200 code=arm-unreadable
  if ! az rest --method "$1" --url "$arm$2" ${3:+--body "@$3"} --output json >"$work/body" 2>"$work/error"; then
    case $(cat "$work/error") in
      *Forbidden\(* | *AuthorizationFailed*) status=403 code=arm-denied ;;
      *"Not Found("*) status=404 code=arm-not-found ;;
      *"Too Many Requests("*) status=429 code=arm-throttled ;;
      *"Bad Request("*) status=400 ;;
      *) status=null code=arm-down ;;
    esac
    sed -n 's/^[^{]*(\({.*}\)).*$/\1/p' "$work/error" >"$work/body"
    jq -e . "$work/body" >/dev/null 2>&1 || echo null >"$work/body"
    jq -nc --arg scope "${2%%\?*}" --arg code "$code" '{scope: $scope, kind: "vm", code: $code, azureCodes: []}' >>"$work/not-read"
  fi
  jq -c --arg method "$1" --arg url "$arm$2" --argjson status "$status" --slurpfile request "${3:-$work/none}" \
    '{kind: "exchange", part: "fleet", method: $method, url: $url, requestBody: $request[0], status: $status,
      headers: {}, body: .}' "$work/body" >>"$work/fleet"
}
# Reads all pages of the query NAME. Its rows are in $work/NAME.
query() {
  local text skip=0; : >"$work/$1"
  text=$(awk -v name="// $1" '/^\/\/ / { found = $0 == name; next } found' "$(dirname "$0")/queries.kql")
  while :; do
    jq -nc --arg query "$text" --argjson subscriptions "$subscriptions" --argjson skip "$skip" '{query: $query,
      subscriptions: $subscriptions, options: ({resultFormat: "objectArray", "$top": 1000} + if $skip > 0 then {"$skip": $skip} else {} end)}' >"$work/request"
    exchange POST "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01" "$work/request"
    jq -c '.data[]?' "$work/body" >>"$work/$1"
    [ -n "$(jq -r '."$skipToken"? // empty' "$work/body")" ] || break
    skip=$(jq --argjson skip "$skip" '$skip + (.data | length) - 10' "$work/body")
  done
}

arm=$(az cloud show --query endpoints.resourceManager --output tsv); arm=${arm%/}
cloud=$(az cloud show --query name --output tsv)
case $cloud in AzureUSGovernment) cloud=usgovernment ;; AzureChinaCloud) cloud=china ;; *) cloud=public ;; esac
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
chosen=$(jq -nc '$ARGS.positional | map(ascii_downcase) | if . == [] then null else . end' --args "$@")
az account show --output json | jq -c --arg now "$(now)" --arg cloud "$cloud" --arg arm "$arm" --argjson chosen "$chosen" \
  '{kind: "header", format: "sealwatch-bundle", version: 1, program: "take.sh", takenAt: $now, cloud: $cloud, armEndpoint: $arm,
    tenantId: .tenantId, who: .user.name, redacted: false, subscriptions: $chosen}' >"$work/header"
exchange GET "/subscriptions?api-version=2022-12-01"
if [ "$chosen" != null ]; then
  jq -c --argjson chosen "$chosen" '.body.value |= map(select(.subscriptionId | ascii_downcase | IN($chosen[])))' \
    "$work/fleet" >"$work/filtered"; mv "$work/filtered" "$work/fleet"
fi
subscriptions=$(jq -c '[.body.value[]?.subscriptionId | ascii_downcase]' "$work/fleet")
for name in vms extensions stamped hidden attestations; do query "$name"; done

# VMs with a trace of Azure Disk Encryption, and those of which the queries cannot say that they have none.
jq -rs --slurpfile vms "$work/vms" --slurpfile stamped "$work/stamped" --slurpfile hidden "$work/hidden" '
  [.[] | select(.shown == 0 and (.id | startswith("vms:"))) | .subscriptionId | ascii_downcase] as $blind
  | [.[].id, $stamped[].managedBy, $hidden[].id, ($vms[] | select(.dualPass != "false" or .osDiskId == "" or
      (.prov | IN("Succeeded", "Failed") | not) or (.secType | IN("", "Standard", "TrustedLaunch") | not) or .osSecType != "" or (.subscriptionId | ascii_downcase | IN($blind[]))) | .id)]
  | map(select(test("/virtualMachines/"; "i")) | sub("/extensions/.*$"; ""; "i")) | unique_by(ascii_downcase)[]' \
  "$work/extensions" >"$work/candidates"
# A subscription without VMs in Resource Graph is empty, or hidden from it: the list of its VMs says so.
for id in $(jq -rn --argjson all "$subscriptions" --slurpfile vms "$work/vms" '$all - ($vms | map(.subscriptionId | ascii_downcase)) | .[]'); do
  exchange GET "/subscriptions/$id/providers/Microsoft.Compute/virtualMachines?api-version=2024-11-01"
  jq -r '.value[]?.id' "$work/body" >>"$work/candidates"
done
while IFS= read -r id; do
  exchange GET "$id?\$expand=instanceView&api-version=2024-11-01" </dev/null
done <"$work/candidates"
part() { printf '{"name":"%s","lines":%d,"sha256":"%s"}' "$1" "$(wc -l <"$work/$1")" "$(sha256sum <"$work/$1" | cut -c1-64)"; }
jq -nc --arg now "$(now)" --argjson subscriptions "$subscriptions" --slurpfile notRead "$work/not-read" \
  --slurpfile vms "$work/vms" --argjson header "$(part header)" --argjson fleet "$(part fleet)" \
  '{kind: "manifest", endedAt: $now, complete: ($notRead == []), subscriptions: ($subscriptions | length),
    vms: ($vms | map(.id | ascii_downcase) | unique | length), pages: 0, timelines: 0, troubleshoot: 0, notRead: $notRead,
    parts: [$header, $fleet]}' >"$work/manifest"
cat "$work/header" "$work/fleet" "$work/manifest" | gzip -n >"$out"
echo "$out: $(wc -l <"$work/candidates") VMs read, $(wc -l <"$work/not-read") parts could not be read"
