#!/usr/bin/env bash
# Installs the mail servers that test/system/*.mail.test.ts runs privately, on Debian 12 (Dovecot 2.3): Dovecot, Postfix, slapd. None is started.
# Safe to run again. With --list it only says which packages are missing.
set -euo pipefail

wanted=(dovecot-core dovecot-imapd dovecot-lmtpd dovecot-pgsql dovecot-ldap postfix postfix-pgsql postfix-ldap slapd ldap-utils)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
done
if [ "${1:-}" = --list ]; then
  printf '%s\n' "${missing[@]+"${missing[@]}"}"
  exit 0
fi
if [ "${#missing[@]}" -eq 0 ]; then
  echo 'Dovecot, Postfix and slapd are installed.'
  exit 0
fi

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# No daemon may start: they would take the ports 25, 143 and 389 of this machine, and the tests run private ones.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  trap 'as_root rm -f "$policy"' EXIT
fi
# Without answers both would ask, or set up a directory and a mail server of this machine.
as_root debconf-set-selections <<'ANSWERS'
postfix postfix/main_mailer_type select No configuration
postfix postfix/mailname string mail.example.test
slapd slapd/no_configuration boolean true
ANSWERS

echo "Installing ${missing[*]}"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo 'Dovecot, Postfix and slapd are installed.'
