import { actInside, byManager, guest } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

/**
 * Packages of the extension. The second command of apt and yum lists those that a release may lack.
 * https://github.com/MicrosoftDocs/azure-compute-docs/blob/a18807c4/articles/virtual-machines/linux/disk-encryption-isolated-network.md
 * https://github.com/Azure/azure-linux-extensions/blob/1d7a209dc49ab5f3468e7bd3ea23ad00e29e8acb/VMEncryption/main/patch/azurelinuxPatching.py
 */
const packages = byManager({
  apt: 'sudo apt-get update && sudo apt-get install -y lsscsi psmisc at cryptsetup-bin procps && sudo apt-get install -y grub-pc-bin nvme-cli',
  tdnf: 'sudo tdnf install -y cryptsetup lsscsi lvm2 util-linux nvme-cli',
  zypper: 'sudo zypper install -l -y cryptsetup lsscsi',
  yum: 'sudo yum install -y lsscsi psmisc lvm2 uuid at patch cryptsetup procps-ng util-linux; sudo yum install -y cryptsetup-reencrypt; sudo yum install -y nvme-cli',
})

/**
 * Changes inside the VM. The commands are fixed: text from the guest is never executed.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-isolated-network
 */
export const guestSteps = {
  /**
   * The header holds the key slots: a copy of it opens the volume with every key of that day, also one removed since.
   * https://man7.org/linux/man-pages/man8/cryptsetup-luksHeaderBackup.8.html
   */
  'back-up-luks-header': actInside(
    'harmless',
    guest(
      "sudo cryptsetup luksHeaderBackup '<DATA-DEVICE>' --header-backup-file '<NEW-FILE-OF-HEADER>'\nsudo cp -n /boot/luks/osluksheader '<NEW-FILE-OF-OS-HEADER>'",
      null,
    ),
  ),
  'stop-services': actInside(
    ['stops-services'],
    guest("systemctl list-units --type=service --state=running\nsudo systemctl disable --now '<SERVICE-NAME>'", null),
  ),
  'release-data-volume': actInside(
    ['stops-services'],
    guest("sudo fuser -vm '<MOUNT-POINT>'\nsudo systemctl stop '<SERVICE-NAME>'\nsudo swapon --show", null),
  ),
  'selinux-permissive': actInside('harmless', guest('sudo setenforce 0\ngetenforce', null)),
  'disable-selinux': actInside(
    ['restart'],
    guest("sudo sed -i 's/^SELINUX=.*/SELINUX=disabled/' /etc/selinux/config\nsudo systemctl reboot", null),
  ),
  'mount-data-disks': actInside(
    'harmless',
    guest(
      'lsblk -o NAME,FSTYPE,UUID,MOUNTPOINT\nsudoedit /etc/fstab\nsudo mount -a\nfindmnt -rn -o TARGET,SOURCE',
      "Get-Disk | Where-Object IsOffline\nSet-Disk -Number '<DISK-NUMBER>' -IsOffline $false\nGet-Volume",
    ),
  ),
  'move-data-mounts': actInside(
    ['stops-services'],
    guest(
      "sudo umount '<OLD-MOUNT-POINT>'\nsudo mkdir -p '<NEW-MOUNT-POINT>'\nsudoedit /etc/fstab\nsudo mount -a",
      null,
    ),
  ),
  'install-packages': actInside('harmless', guest(packages, null)),
  'load-modules': actInside(
    'harmless',
    guest('grep -r -e vfat -e dm_crypt /etc/modprobe.d\nsudo modprobe vfat && sudo modprobe dm_crypt', null),
  ),
  'update-kernel': actInside(
    ['restart'],
    guest('sudo apt-get update && sudo apt-get install -y linux-azure && sudo reboot', null),
  ),
  'free-space': actInside('harmless', guest('df -h / /boot\nsudo du -xh --max-depth=2 / | sort -h | tail -n 20', null)),
  'free-data-space': actInside(
    'harmless',
    guest(
      "df -h '<MOUNT-POINT>'\nsudo du -xh --max-depth=2 '<MOUNT-POINT>' | sort -h | tail -n 20\nsudo dumpe2fs -h '<DEVICE>' | grep -i state",
      null,
    ),
  ),
  'update-agent': actInside(
    ['stops-services'],
    guest(
      byManager({
        apt: 'sudo apt-get update && sudo apt-get install -y --only-upgrade walinuxagent',
        tdnf: 'sudo tdnf update -y WALinuxAgent',
        zypper: 'sudo zypper update -y python-azure-agent',
        yum: 'sudo yum update -y WALinuxAgent',
      }),
      "(Get-Item 'C:\\WindowsAzure\\Packages\\WaAppAgent.exe').VersionInfo.ProductVersion",
    ),
  ),
  'start-agent': actInside(
    ['stops-services'],
    guest(
      'sudo systemctl restart walinuxagent || sudo systemctl restart waagent',
      'Restart-Service -Name WindowsAzureGuestAgent,RdAgent -Force',
    ),
  ),
  'open-platform-address': actInside(
    ['opens-network'],
    guest(
      'sudo iptables -S | grep -e 168.63.129.16 -e 169.254.169.254\nsudo iptables -I OUTPUT -d 168.63.129.16 -p tcp -m multiport --dports 80,443,32526 -j ACCEPT\nsudo iptables -I OUTPUT -d 169.254.169.254 -p tcp --dport 80 -j ACCEPT',
      "New-NetFirewallRule -DisplayName 'Azure platform' -Direction Outbound -RemoteAddress 168.63.129.16,169.254.169.254 -Action Allow",
    ),
  ),
  'bypass-proxy': actInside(
    'harmless',
    guest(
      'echo no_proxy=168.63.129.16,169.254.169.254 | sudo tee -a /etc/environment\ngrep -i HttpProxy /etc/waagent.conf',
      'netsh winhttp show proxy',
    ),
  ),
  'repair-winrm': actInside(
    ['stops-services'],
    guest(null, 'Set-Service WinRM -StartupType Automatic\nRestart-Service -Name WinRM\nwinrm.cmd quickconfig -quiet'),
  ),
  'fix-bitlocker-policy': actInside('harmless', guest(null, 'gpupdate.exe /force')),
  // The boot script of RHEL and CentOS 7 asks the platform through this tool. https://github.com/Azure/azure-linux-extensions/issues/568
  'install-boot-tool': actInside('harmless', guest('sudo yum install -y nmap-ncat\nsudo dracut -f -v', null)),
  // https://learn.microsoft.com/windows/client-management/mdm/policy-csp-devicelock#maxdevicepasswordfailedattempts
  'remove-lockout-policy': actInside(
    ['removes-lockout'],
    guest(
      null,
      "gpresult /scope computer /v\nGet-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System'\nRemove-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System' -Name MaxDevicePasswordFailedAttempts",
    ),
  ),
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/cannot-extend-encrypted-os-volume
  'extend-windows-volume': actInside(
    ['stops-vm', 'needs-key', 'restart'],
    guest(
      null,
      "Get-Partition -DiskNumber 0 | Sort-Object Offset\nbcdboot.exe C:\\Windows /s '<DRIVE-OF-NEW-VOLUME>'\nbcdedit.exe /store '<DRIVE-OF-NEW-VOLUME>\\boot\\bcd' /enum /v",
    ),
  ),
  // https://learn.microsoft.com/azure/virtual-machines/linux/how-to-resize-encrypted-lvm
  'extend-linux-data': actInside(
    'harmless',
    guest(
      "lsblk -o NAME,TYPE,FSTYPE,SIZE,MOUNTPOINT\nsudo cryptsetup resize '<CRYPT-DEVICE>'\nsudo pvresize '/dev/mapper/<CRYPT-DEVICE>'\nsudo lvextend -r -l +100%FREE '<LOGICAL-VOLUME>'",
      null,
    ),
  ),
  // https://learn.microsoft.com/windows-server/administration/windows-commands/mountvol
  'enable-automount': actInside('harmless', guest(null, 'mountvol.exe /E')),
  // https://learn.microsoft.com/powershell/module/storage/set-volume
  'rename-volume': actInside(
    'harmless',
    guest(
      null,
      "Get-Volume | Where-Object FileSystemLabel -Match '[^\\w -]'\nSet-Volume -DriveLetter '<DRIVE-LETTER>' -NewFileSystemLabel '<NEW-LABEL>'",
    ),
  ),
  'prepare-server-core': actInside(['restart'], guest(null, 'bdehdcfg.exe -target default')),
} satisfies Partial<Record<StepKind, Step>>
