#!/bin/sh
# Adds the managed identity to the API's registration as a federated credential, instead of a secret. It changes one
# registration, with your rights, and only if the credential does not exist. Requires SEALWATCH_API_CLIENT_ID, AZURE_TENANT_ID and
# SEALWATCH_API_IDENTITY_PRINCIPAL_ID; the last two are outputs of main.bicep.
set -eu
issuer="${SEALWATCH_AUTHORITY_HOST:-https://login.microsoftonline.com}/$AZURE_TENANT_ID/v2.0"
subject=$SEALWATCH_API_IDENTITY_PRINCIPAL_ID
audience=${SEALWATCH_TOKEN_EXCHANGE_AUDIENCE:-api://AzureADTokenExchange}
known=$(az ad app federated-credential list --id "$SEALWATCH_API_CLIENT_ID" --query "[?subject=='$subject'].name" -o tsv)
if [ -n "$known" ]; then
  echo "The API's registration trusts the identity already: $known"
  exit 0
fi
az ad app federated-credential create --id "$SEALWATCH_API_CLIENT_ID" --parameters \
  "{\"name\":\"sealwatch-api\",\"issuer\":\"$issuer\",\"subject\":\"$subject\",\"audiences\":[\"$audience\"]}" >/dev/null
echo "The API's registration now trusts the managed identity $subject"
