#!/bin/sh
# Makes the keys and the encrypted files of this folder with GnuPG. Tests read what is committed and need no gpg; to make
# everything anew: sh make.sh. The keys protect nothing.
set -eu
cd "$(dirname "$0")"
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'gpgconf --kill all; rm -rf "$GNUPGHOME"' EXIT
rm -f ./*.gpg ./*.asc ./*.csv

g() {
  gpg --batch --quiet --no-tty --trust-model always --pinentry-mode loopback --passphrase "${passphrase-}" "$@"
}

key() { # name, main algorithm, algorithm of the sub-key
  g --quick-generate-key "$1 <$1@example.org>" "$2" sign never
  fingerprint=$(g --list-keys --with-colons "$1@example.org" | awk -F: '$1 == "fpr" { print $10; exit }')
  g --quick-add-key "$fingerprint" "$3" encr never
}

passphrase='correct höuse' key rsa rsa3072 rsa3072
passphrase='' key curve ed25519 cv25519
passphrase='' key other ed25519 cv25519
g --quick-generate-key 'signer <signer@example.org>' ed25519 sign never

passphrase='correct höuse' g --armor --export-secret-keys rsa@example.org > key-rsa.asc
g --export-secret-keys curve@example.org > key-curve.gpg
g --export-secret-keys other@example.org > key-other.gpg
g --export-secret-keys signer@example.org > key-signer.gpg
g --armor --export rsa@example.org > key-public.asc
passphrase='correct höuse' g --export-secret-subkeys rsa@example.org > key-rsa-subkey-only.gpg

printf 'Account.Id,Account.Name\n1,"Kings, 90\nYork"\n2,\n' > table.csv
{ echo 'Account.Id,Account.Balance'; seq 1 4000 | awk '{ print $1 "," ($1 * 7919) % 104729 }'; } > long.csv

g -e -r rsa@example.org < table.csv > rsa.gpg
g -e --armor -r rsa@example.org < table.csv > rsa.asc
g -e -r curve@example.org < table.csv > curve.gpg
g -e -r rsa@example.org -r curve@example.org < table.csv > two-recipients.gpg
g -e -R other@example.org -R curve@example.org < table.csv > hidden-recipients.gpg
g -e -r other@example.org < table.csv > other.gpg
g -e -z 0 -r curve@example.org -o not-compressed.gpg table.csv
g -e -z 9 --compress-algo zlib -r curve@example.org < table.csv > zlib.gpg
g -e -z 9 --compress-algo bzip2 -r curve@example.org < table.csv > bzip2.gpg
g -e -z 0 -r curve@example.org < long.csv > partial-lengths.gpg
g -e -z 9 -r curve@example.org < long.csv > long.gpg
g -e -s -u signer@example.org -r curve@example.org < table.csv > signed.gpg
g -s -u signer@example.org < table.csv > only-signed.gpg
g --rfc2440 --cipher-algo AES --disable-mdc -e -r rsa@example.org < table.csv > no-integrity.gpg
g --rfc2440 --cipher-algo AES --disable-mdc -e -z 0 -r rsa@example.org -o no-integrity-not-compressed.gpg table.csv
passphrase='secret' g -c < table.csv > passphrase-only.gpg
passphrase='secret' g -c -e -r curve@example.org < table.csv > passphrase-or-key.gpg
gzip -nc table.csv | g -e -z 0 -r curve@example.org > gzip-inside.gpg
