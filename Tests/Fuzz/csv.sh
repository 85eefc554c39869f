#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Fuzzes the CSV reader for so many seconds (600): no crash, no sanitizer finding, no broken promise. The reader needs
# nothing but Foundation, so it is compiled here by itself, with libFuzzer and AddressSanitizer.
set -euo pipefail
cd "$(dirname "$0")/../.."
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
# Not named .swift there: it belongs to no target of the package.
cp Tests/Fuzz/csv.fuzz "$werk/csv.swift"
swiftc -O -parse-as-library -swift-version 6 -sanitize=fuzzer,address -o "$werk/csv" "$werk/csv.swift" \
    Services/Intake/App/Koppeling/Bestand/CSVLezer.swift Services/Intake/App/Domein/CSVSchrijver.swift 2>&1 | { grep -v 'Cannot export local symbol' || true; }
mkdir "$werk/zaad"
printf 'a;b\r\n"c;d";"e ""f"""\r\n' >"$werk/zaad/gewoon"
printf '\xef\xbb\xbfrijreferentie;versie\nALM-1;1\n' >"$werk/zaad/bom"
printf 'a;"open\n' >"$werk/zaad/open"
"$werk/csv" -max_total_time="${1:-600}" -max_len=1024 -timeout=5 -rss_limit_mb=512 -print_final_stats=1 -close_fd_mask=1 \
    -artifact_prefix="$werk/" "$werk/zaad"
