# federate.sh for Windows: adds the managed identity to the API's registration as a federated credential, with your rights,
# and only if the credential does not exist. Requires the same variables.
$ErrorActionPreference = 'Stop'
foreach ($name in 'SEALWATCH_API_CLIENT_ID', 'AZURE_TENANT_ID', 'SEALWATCH_API_IDENTITY_PRINCIPAL_ID') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set" }
}
$authority = if ($env:SEALWATCH_AUTHORITY_HOST) { $env:SEALWATCH_AUTHORITY_HOST } else { 'https://login.microsoftonline.com' }
$audience = if ($env:SEALWATCH_TOKEN_EXCHANGE_AUDIENCE) { $env:SEALWATCH_TOKEN_EXCHANGE_AUDIENCE } else { 'api://AzureADTokenExchange' }
$subject = $env:SEALWATCH_API_IDENTITY_PRINCIPAL_ID
$known = az ad app federated-credential list --id $env:SEALWATCH_API_CLIENT_ID --query "[?subject=='$subject'].name" -o tsv
if ($LASTEXITCODE -ne 0) { throw 'az ad app federated-credential list failed' }
if ($known) {
  Write-Output "The API's registration trusts the identity already: $known"
  return
}
# A file, because quotes in arguments do not reach az on Windows.
$file = New-TemporaryFile
try {
  @{ name = 'sealwatch-api'; issuer = "$authority/$env:AZURE_TENANT_ID/v2.0"; subject = $subject; audiences = @($audience) } |
    ConvertTo-Json | Set-Content -Path $file
  az ad app federated-credential create --id $env:SEALWATCH_API_CLIENT_ID --parameters "@$file" | Out-Null
  if ($LASTEXITCODE -ne 0) { throw 'az ad app federated-credential create failed' }
} finally {
  Remove-Item $file
}
Write-Output "The API's registration now trusts the managed identity $subject"
