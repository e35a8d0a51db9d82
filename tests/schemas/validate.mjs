// Validates a file against the published schema of a format: node validate.mjs sarif|cyclonedx|sextant|sextant-diff FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const read = path => JSON.parse(readFileSync(path, 'utf8'));

const formats = {
  sextant() {
    const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }));
    return ajv.compile(read(join(here, '../../docs/schema/sextant-scan-1.schema.json')));
  },
  'sextant-diff'() {
    const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }));
    return ajv.compile(read(join(here, '../../docs/schema/sextant-diff-1.schema.json')));
  },
  // The schema is draft-04, and one of its patterns is not valid in Unicode mode.
  sarif() {
    const ajv = addFormats(new AjvDraft04({ allErrors: true, strict: false, unicodeRegExp: false }));
    const root = dirname(require.resolve('@microsoft/jest-sarif/package.json'));
    return ajv.compile(read(join(root, 'lib/schemas/sarif-2.1.0-rtm.5.json')));
  },
  cyclonedx() {
    const ajv = addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }));
    ajv.addFormat('iri-reference', text => !/[\s<>"{}|\\^`]/.test(text));
    ajv.addFormat('idn-email', true);
    const root = join(here, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
      ajv.addSchema(read(join(root, `${name}.SNAPSHOT.schema.json`)), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    return ajv.compile(read(join(root, 'bom-1.6.SNAPSHOT.schema.json')));
  },
};

const [format, file] = process.argv.slice(2);
if (!formats[format] || !file) {
  console.error(`usage: node validate.mjs ${Object.keys(formats).join('|')} FILE`);
  process.exit(2);
}

const validate = formats[format]();
if (!validate(read(file))) {
  for (const error of validate.errors.slice(0, 20))
    console.log(`${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
  process.exit(1);
}
