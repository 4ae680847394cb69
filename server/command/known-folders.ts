/**
 * Folders in which credential plugins are installed, and which a program started from the desktop may not
 * have on its PATH. `~` is the home folder.
 */
const posixFolders = [
  '/usr/local/bin',
  '/opt/homebrew/bin',
  '/home/linuxbrew/.linuxbrew/bin',
  '/opt/local/bin',
  '/snap/bin',
  '/usr/lib/google-cloud-sdk/bin',
  '/opt/google-cloud-sdk/bin',
  '/usr/local/google-cloud-sdk/bin',
  '/usr/local/aws-cli/v2/current/bin',
  '/run/current-system/sw/bin',
  '/nix/var/nix/profiles/default/bin',
  '~/.local/bin',
  '~/bin',
  '~/go/bin',
  '~/.krew/bin',
  '~/.cargo/bin',
  '~/google-cloud-sdk/bin',
  '~/.asdf/shims',
  '~/.local/share/mise/shims',
  '~/.nix-profile/bin',
  '~/.rd/bin',
];

const windowsFolders = [
  '~\\scoop\\shims',
  '~\\go\\bin',
  '~\\.krew\\bin',
  '~\\.azure-kubelogin',
  '~\\AppData\\Local\\Microsoft\\WinGet\\Links',
  '~\\AppData\\Local\\Google\\Cloud SDK\\google-cloud-sdk\\bin',
  'C:\\ProgramData\\chocolatey\\bin',
  'C:\\ProgramData\\scoop\\shims',
  'C:\\Program Files\\Amazon\\AWSCLIV2',
  'C:\\Program Files (x86)\\Google\\Cloud SDK\\google-cloud-sdk\\bin',
  'C:\\Program Files\\Microsoft SDKs\\Azure\\CLI2\\wbin',
];

export function knownFolders(platform: string): readonly string[] {
  return platform === 'win32' ? windowsFolders : posixFolders;
}
