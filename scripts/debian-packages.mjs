import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root, run } from './run.mjs';

/** What tests need beside the npm packages. `found` tells whether it is there, whoever has installed it. */
const needed = [
  { package: 'chromium', found: () => onPath('chromium'), tests: 'in the browser' },
  { package: 'redis-server', found: () => onPath('redis-server'), tests: 'of several processes over Redis' },
  { package: 'poppler-utils', found: () => onPath('pdftotext'), tests: 'that read PDF files' },
  { package: 'fonts-noto-cjk', found: hasJapaneseFont, tests: 'that look at Japanese text in the browser' },
];

const tools = join(root, 'var/tools');
const unpacked = join(tools, 'root');
const fontFile = 'usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/**
 * Installs the Debian packages that the tests need: into the system as root, below var/tools as an ordinary user.
 * Where that is not possible, says which tests will be skipped.
 */
export async function installDebianPackages() {
  process.env.PATH = [join(tools, 'bin'), process.env.PATH].join(delimiter);
  const missing = stillMissing();
  if (missing.length > 0 && onPath('apt-get')) {
    console.log(`Installing ${missing.join(', ')} …`);
    await (process.getuid() === 0 ? installInSystem(missing) : unpackForUser(missing));
  }
  for (const { package: name, found, tests } of needed)
    if (!found())
      console.log(`SKIPPED: tests ${tests}, because ${name} is not installed (apt-get install ${name}).`);
}

const stillMissing = () => needed.filter(({ found }) => !found()).map((need) => need.package);

async function installInSystem(packages) {
  // RUNLEVEL=1 keeps Debian from starting a Redis that nobody has asked for.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const stdio = ['ignore', 'ignore', 'inherit'];
  await run('apt-get', ['update', '-qq'], { env, stdio });
  await run('apt-get', ['install', '-qq', '--no-install-recommends', ...packages], { env, stdio });
}

/** Downloads the packages, with those they depend on and the system lacks, and unpacks them; needs no rights. */
async function unpackForUser(packages) {
  const apt = join(tools, 'apt');
  for (const folder of ['state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(apt, folder), { recursive: true });
  const options = [
    ...['-o', `Dir::State=${apt}/state`, '-o', 'Dir::State::status=/var/lib/dpkg/status'],
    ...['-o', `Dir::Cache=${apt}/cache`, '-o', 'Debug::NoLocking=true', '-qq'],
  ];
  const stdio = ['ignore', 'ignore', 'inherit'];
  await run('apt-get', [...options, 'update'], { stdio });
  await run(
    'apt-get',
    [...options, 'install', '--yes', '--download-only', '--no-install-recommends', ...packages],
    {
      stdio,
    },
  );
  const archives = join(apt, 'cache/archives');
  for (const file of readdirSync(archives))
    if (file.endsWith('.deb')) await run('dpkg-deb', ['-x', join(archives, file), unpacked]);
  rmSync(apt, { recursive: true });
  for (const [name, program] of Object.entries(programs)) writeWrapper(name, join(unpacked, program));
}

/** Debian's `chromium` is a script with fixed paths, so that its program is called here. */
const programs = {
  chromium: 'usr/lib/chromium/chromium',
  'redis-server': 'usr/bin/redis-server',
  pdftotext: 'usr/bin/pdftotext',
  pdftoppm: 'usr/bin/pdftoppm',
  pdfinfo: 'usr/bin/pdfinfo',
};

/** A command that runs an unpacked program with the libraries and fonts that lie beside it. */
function writeWrapper(name, program) {
  if (!existsSync(program)) return;
  const triple = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[process.arch];
  const libraries = [`usr/lib/${triple}`, `lib/${triple}`, `usr/lib/${triple}/pulseaudio`];
  const fontConfig = existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(unpacked, 'etc/fonts');
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${libraries.map((folder) => join(unpacked, folder)).join(':')}'`,
    `export XDG_DATA_HOME='${join(unpacked, 'usr/share')}' FONTCONFIG_PATH='${fontConfig}'`,
    `exec '${program}' "$@"`,
  ];
  const file = join(tools, 'bin', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
}

function onPath(command) {
  return process.env.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasJapaneseFont() {
  if (existsSync(join('/', fontFile)) || existsSync(join(unpacked, fontFile))) return true;
  const listed = spawnSync('fc-list', [':lang=ja', 'file'], { encoding: 'utf8' });
  return Boolean(listed.stdout?.trim());
}
