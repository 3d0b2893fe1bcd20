#!/bin/bash
# Makes everything in sample-data and the capture tests' edge cases anew: make.sh WORK (a folder for the recordings; see record.sh for what is needed)
set -eu
work=${1:?usage: make.sh WORK}
export PYTHONDONTWRITEBYTECODE=1
record=$(dirname "$(realpath "$0")")
target=$(dirname "$record")
"$record/record.sh" "$work"
python3 "$record/rewrite.py" "$work" "$target"
python3 "$record/connlog.py" "$target"
python3 "$record/expected.py" "$target"
python3 "$record/exports.py" "$target"
python3 "$record/derive.py" "$target" "$target/../src/test/resources/org/rpcscope/capture"
tests=$target/../src/test/resources/org/rpcscope/dcerpc
python3 "$record/http.py" "$target" "$tests/http/rpc-over-http.pcap"
python3 "$record/rewrite.py" "$work" "$tests" big-endian.pcap
python3 "$record/said.py" "$tests/big-endian.pcap" "$tests/big-endian.tsv"
