#!/usr/bin/env bash
# @faker-js/faker 10.6.0, judged by ibantools 4.5.4, validator 13.15.35 and iban 0.0.14 (npm). Needs npm.
# Expected: an IBAN made up by faker is valid, or isn't, for whoever checks it.
# Seen: validator and iban take nearly all; ibantools, which also computes the check digits within a country's account number, refuses almost
# every one of 18 countries, France, Belgium, Spain, Portugal and Poland among them: about a quarter of what faker makes. A test
# that takes its account numbers from faker fails now and then.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @faker-js/faker@10.6.0 ibantools@4.5.4 validator@13.15.35 iban@0.0.14
cat > judge.mjs <<'JS'
import { faker } from '@faker-js/faker';
import iban from 'iban';
import * as ibantools from 'ibantools';
import validator from 'validator';
faker.seed(1);
for (const country of ['DE', 'NL', 'FR', 'BE', 'ES', 'PT', 'PL', 'NO']) {
  const made = Array.from({ length: 200 }, () => faker.finance.iban({ countryCode: country }));
  const valid = judge => made.filter(text => judge(text)).length;
  console.log(`${country}: validator ${valid(validator.isIBAN)}, iban ${valid(text => iban.isValid(text))}, ibantools ${valid(ibantools.isValidIBAN) < 40 ? 'below 40' : valid(ibantools.isValidIBAN)} of 200`);
}
JS
seen=$(node judge.mjs)
echo "$seen"
[ "$seen" = "DE: validator 200, iban 200, ibantools 200 of 200
NL: validator 200, iban 200, ibantools 200 of 200
FR: validator 200, iban 200, ibantools below 40 of 200
BE: validator 200, iban 200, ibantools below 40 of 200
ES: validator 200, iban 200, ibantools below 40 of 200
PT: validator 200, iban 200, ibantools below 40 of 200
PL: validator 200, iban 200, ibantools below 40 of 200
NO: validator 200, iban 200, ibantools below 40 of 200" ] || { echo "changed"; exit 1; }
