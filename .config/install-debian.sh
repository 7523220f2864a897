#!/usr/bin/env bash
# Installs what the tests need beyond npm on Debian or Ubuntu: PostgreSQL's programs, Chromium, and what opens papers: LibreOffice without a screen,
# a font of Times New Roman's metrics, poppler's programs that read a PDF back. Safe to run again.
set -euo pipefail

missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v chromium >/dev/null 2>&1 || missing+=(chromium fonts-dejavu-core)
command -v soffice >/dev/null 2>&1 || missing+=(libreoffice-writer-nogui)
# Version 2: the first has not all Vietnamese letters.
fc-list ':family=Liberation Serif:lang=vi' 2>/dev/null | grep -q . || missing+=(fonts-liberation2)
command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
if [ "${#missing[@]}" -eq 0 ]; then
  echo 'PostgreSQL, Chromium, LibreOffice and poppler are installed.'
  exit 0
fi

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# No daemon may start: the tests run a private cluster of their own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  trap 'as_root rm -f "$policy"' EXIT
fi

echo "Installing ${missing[*]}"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo 'PostgreSQL, Chromium, LibreOffice and poppler are installed.'
