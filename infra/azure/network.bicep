// One virtual network: the programs in one subnet, the database in another, with its private name.
param name string
param location string
param tags object

@description('First two numbers of the addresses.')
param prefix string

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['${prefix}.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '${prefix}.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '${prefix}.2.0/28'
          delegations: [
            { name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }
          ]
        }
      }
    ]
  }

  resource apps 'subnets' existing = {
    name: 'apps'
  }

  resource database 'subnets' existing = {
    name: 'database'
  }
}

// The zone must end with the suffix of the cloud in which it is deployed
// (https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private).
var databaseSuffixes = {
  AzureCloud: 'postgres.database.azure.com'
  AzureUSGovernment: 'postgres.database.usgovcloudapi.net'
  AzureChinaCloud: 'postgres.database.chinacloudapi.cn'
}
var databaseSuffix = databaseSuffixes[environment().name]

resource databaseZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.${databaseSuffix}'
  location: 'global'
  tags: tags
}

resource databaseZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: databaseZone
  name: name
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}

output networkId string = network.id
output appsSubnetId string = network::apps.id
output databaseSubnetId string = network::database.id
output databaseZoneId string = databaseZone.id
