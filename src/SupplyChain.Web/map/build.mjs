// Writes ../wwwroot/lib/world.js and the licences of what is in it. The result is kept in the repository, so that the
// product builds with the .NET SDK alone and without a network.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';

const out = '../wwwroot/lib';
const { metafile } = await build({
  entryPoints: ['world.js'],
  outfile: `${out}/world.js`,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  legalComments: 'none',
  metafile: true,
  banner: { js: '// Made by map/build.mjs from d3-geo, topojson-client and world-atlas; LICENSES.txt beside it.' },
});

const packages = [...new Set(Object.keys(metafile.inputs)
  .map(file => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter(Boolean))].sort();
const texts = await Promise.all(packages.map(async name => {
  const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`));
  const text = await readFile(`node_modules/${name}/LICENSE`, 'utf8').catch(() => readFile(`node_modules/${name}/LICENSE.md`, 'utf8'));
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}));
await writeFile(`${out}/LICENSES.txt`, `world.js contains parts of the following.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}
${'-'.repeat(80)}\n\nThe coastline is Natural Earth's, 1:110m, which is in the public domain (naturalearthdata.com).\n`);
