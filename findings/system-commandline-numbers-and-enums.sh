#!/usr/bin/env bash
# System.CommandLine 3.0.0 (NuGet). Needs the .NET 10 SDK.
# Expected: what is no number of the option's type, and no member of its enum, is an error, as `--count 1,000` and `--level high` are.
# Seen: `--share 1,5` is 15 for a double; for an enum without [Flags] that has the members 1, 2 and 4, `7` and `low,mid` (3) are taken,
# values that it doesn't have. All without an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/parse.cs" <<'CS'
#:package System.CommandLine@3.0.0
using System.CommandLine;
foreach (var line in new[] { "--count 1,000", "--share 1,5", "--level high", "--level 7", "--level low,mid" })
{
    var (count, share, level) = (new Option<int>("--count"), new Option<double>("--share"), new Option<Level>("--level"));
    var parsed = new RootCommand { count, share, level }.Parse(line);
    Console.WriteLine($"{line}: {(parsed.Errors.Count > 0 ? "error" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"share {parsed.GetValue(share)}, level {(int)parsed.GetValue(level)}"))}");
}
enum Level { Low = 1, Mid = 2, Top = 4 }
CS
seen=$(cd "$folder" && dotnet run parse.cs)
echo "$seen"
[ "$seen" = "--count 1,000: error
--share 1,5: share 15, level 0
--level high: error
--level 7: share 0, level 7
--level low,mid: share 0, level 3" ] || { echo "changed"; exit 1; }
