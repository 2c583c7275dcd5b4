#!/bin/sh
# Computers that see the same share, named in a file as GNU parallel wants them ("2/host-a"), share its bundles:
#   sh gnu-parallel.sh computers.txt /share/bundles /share/results 8
set -u
seq "$4" | parallel --sshloginfile "$1" --retries 2 \
  "chimneysweep batch '$2' -o '$3/{}' --shard {}/$4 --quiet" || true # 1 and 3 are answers: findings, unread bundles
exec chimneysweep merge "$3/*/rollup.json" -o "$3/all"
