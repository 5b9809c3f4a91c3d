# Takes the encryption states of your VMs into one file for Sealwatch. It needs Azure PowerShell, signed in. NOT RUN YET:
# this script was written beside take.sh, which is tested, and has not been run with PowerShell.
#   ./take.ps1 fleet.ndjson.gz [SUBSCRIPTION ...]        then: npx sealwatch open fleet.ndjson.gz
# It sends GETs and the Resource Graph queries of queries.kql, which must be beside it, and changes nothing. The file has
# names, ids and settings of the extension, and no token. For 1,000 VMs in 200 subscriptions at most; instances of scale
# sets and what only the pages of VMs show are not read: `sealwatch bundle` reads them. Format: docs/bundle.md
param([Parameter(Mandatory)][string]$Out, [Parameter(ValueFromRemainingArguments)][string[]]$Subscriptions)
$ErrorActionPreference = 'Stop'
$Out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
if (Test-Path -LiteralPath $Out) { throw "$Out exists already" }
$chosen = @($Subscriptions | Where-Object { $_ } | ForEach-Object { $_.ToLowerInvariant() })
$lines = [Collections.Generic.List[string]]::new()
$notRead = [Collections.Generic.List[string]]::new()

function ConvertTo-Line($Value) { ConvertTo-Json -InputObject $Value -Compress -Depth 10 }
function Get-Now { [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture) }

# Sends one request, adds it with its answer to the file, and returns the answer as an object.
function Invoke-Exchange([string]$Method, [string]$Path, [string]$Body) {
    $request = @{ Method = $Method; Path = $Path }
    if ($Body) { $request.Payload = $Body }
    $status = 'null'; $text = 'null'
    try {
        $answer = Invoke-AzRestMethod @request
        $status = [string][int]$answer.StatusCode
        # Line ends in JSON are blanks: those inside a text are written as \n.
        if ($answer.Content) { $text = $answer.Content -replace '[\r\n]', ' ' }
        try { $null = ConvertFrom-Json $text } catch { $text = ConvertTo-Line $text }
    } catch { Write-Warning "$Path : no answer" }
    if ($status -ne '200') {
        $code = switch ($status) { '403' { 'arm-denied' } '404' { 'arm-not-found' } '429' { 'arm-throttled' } 'null' { 'arm-down' } default { 'arm-unreadable' } }
        $notRead.Add((ConvertTo-Line ([ordered]@{ scope = $Path.Split('?')[0]; kind = 'vm'; code = $code; azureCodes = @() })))
    }
    $sent = if ($Body) { $Body } else { 'null' }
    $result = if ($status -eq '200') { ConvertFrom-Json $text } else { $null }
    if ($Path -like '/subscriptions?*' -and $chosen.Count -gt 0 -and $null -ne $result) {
        $result.value = @($result.value | Where-Object { $chosen -contains $_.subscriptionId.ToLowerInvariant() })
        $text = ConvertTo-Line $result
    }
    $lines.Add("{`"kind`":`"exchange`",`"part`":`"fleet`",`"method`":`"$Method`",`"url`":$(ConvertTo-Line "$arm$Path"),`"requestBody`":$sent,`"status`":$status,`"headers`":{},`"body`":$text}")
    $result
}

# Reads all pages of a query, and returns its rows.
function Invoke-Query([string]$Name) {
    $text = (([IO.File]::ReadAllText("$PSScriptRoot/queries.kql").Replace("`r", '') -split '(?m)^// ' | Where-Object { $_.StartsWith("$Name`n") }) -split "`n", 2)[1].TrimEnd("`n")
    $skip = 0
    do {
        $options = [ordered]@{ resultFormat = 'objectArray'; '$top' = 1000 }
        if ($skip -gt 0) { $options['$skip'] = $skip }
        $body = ConvertTo-Line ([ordered]@{ query = $text; subscriptions = @($ids); options = $options })
        $page = Invoke-Exchange POST '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01' $body
        $page.data
        $skip += @($page.data).Count - 10
    } while ($page.'$skipToken')
}

$context = Get-AzContext
$arm = $context.Environment.ResourceManagerUrl.TrimEnd('/')
$cloud = switch ($context.Environment.Name) { 'AzureUSGovernment' { 'usgovernment' } 'AzureChinaCloud' { 'china' } default { 'public' } }
$header = ConvertTo-Line ([ordered]@{
        kind = 'header'; format = 'sealwatch-bundle'; version = 1; program = 'take.ps1'; takenAt = Get-Now; cloud = $cloud; armEndpoint = $arm
        tenantId = $context.Tenant.Id; who = $context.Account.Id; redacted = $false; subscriptions = $(if ($chosen.Count) { , $chosen } else { $null })
    })
$list = Invoke-Exchange GET '/subscriptions?api-version=2022-12-01'
$ids = @($list.value | ForEach-Object { $_.subscriptionId.ToLowerInvariant() })
$vms = @(Invoke-Query vms); $extensions = @(Invoke-Query extensions); $stamped = @(Invoke-Query stamped); $hidden = @(Invoke-Query hidden)
$null = Invoke-Query attestations

# VMs with a trace of Azure Disk Encryption, and those of which the queries cannot say that they have none.
$blind = @($extensions | Where-Object { $_.id -like 'vms:*' -and $_.shown -eq 0 } | ForEach-Object { $_.subscriptionId.ToLowerInvariant() })
$doubtful = $vms | Where-Object { $_.dualPass -ne 'false' -or -not $_.osDiskId -or $_.prov -notin 'Succeeded', 'Failed' -or $_.secType -notin '', 'Standard', 'TrustedLaunch' -or $_.osSecType -or $blind -contains $_.subscriptionId.ToLowerInvariant() }
$found = @($extensions.id) + @($stamped.managedBy) + @($hidden.id) + @($doubtful.id) | Where-Object { $_ -match '/virtualMachines/' }
$candidates = @($found | ForEach-Object { $_ -replace '(?i)/extensions/.*$' } | Group-Object { $_.ToLowerInvariant() } | ForEach-Object { $_.Group[0] })
# A subscription without VMs in Resource Graph is empty, or hidden from it: the list of its VMs says so.
foreach ($id in $ids | Where-Object { @($vms.subscriptionId) -notcontains $_ }) {
    $candidates += @((Invoke-Exchange GET "/subscriptions/$id/providers/Microsoft.Compute/virtualMachines?api-version=2024-11-01").value.id | Where-Object { $_ })
}
foreach ($id in $candidates) { $null = Invoke-Exchange GET "$id`?`$expand=instanceView&api-version=2024-11-01" }

function Get-Part([string]$Name, [string[]]$Of) {
    $sha = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes(($Of -join "`n") + "`n"))
    "{`"name`":`"$Name`",`"lines`":$($Of.Count),`"sha256`":`"$(([BitConverter]::ToString($sha) -replace '-').ToLowerInvariant())`"}"
}
$count = @($vms | ForEach-Object { $_.id.ToLowerInvariant() } | Sort-Object -Unique).Count
$complete = if ($notRead.Count) { 'false' } else { 'true' }
$manifest = "{`"kind`":`"manifest`",`"endedAt`":`"$(Get-Now)`",`"complete`":$complete,`"subscriptions`":$($ids.Count),`"vms`":$count,`"pages`":0,`"timelines`":0,`"troubleshoot`":0,`"notRead`":[$($notRead -join ',')],`"parts`":[$(Get-Part header $header),$(Get-Part fleet $lines)]}"
$file = [IO.File]::Open($Out, 'CreateNew')
$gzip = [IO.Compression.GZipStream]::new($file, [IO.Compression.CompressionMode]::Compress)
$bytes = [Text.Encoding]::UTF8.GetBytes((@($header) + $lines + $manifest -join "`n") + "`n")
$gzip.Write($bytes, 0, $bytes.Length); $gzip.Dispose(); $file.Dispose()
"$Out`: $($candidates.Count) VMs read, $($notRead.Count) parts could not be read"
