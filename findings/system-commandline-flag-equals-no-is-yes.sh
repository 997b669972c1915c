#!/usr/bin/env bash
# System.CommandLine 3.0.0 (NuGet). Needs the .NET 10 SDK.
# Expected: `--dry-run=no` is false or an error, since `--dry-run=false` is false and `--count=no` an error.
# Seen: no error; the flag is true, and "no" becomes the next argument: what was to be deleted is now called "no".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/parse.cs" <<'CS'
#:package System.CommandLine@3.0.0
using System.CommandLine;
foreach (var line in new[] { "--dry-run=false", "--dry-run=no", "--dry-run=0", "--count=no" })
{
    var (flag, count, name) = (new Option<bool>("--dry-run"), new Option<int>("--count"), new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne });
    var parsed = new RootCommand { flag, count, name }.Parse(line);
    Console.WriteLine($"{line}: {parsed.Errors.Count} errors" + (parsed.Errors.Count > 0 ? "" : $", dry-run {parsed.GetValue(flag)}, name {parsed.GetValue(name) ?? "none"}"));
}
CS
seen=$(cd "$folder" && dotnet run parse.cs)
echo "$seen"
[ "$seen" = "--dry-run=false: 0 errors, dry-run False, name none
--dry-run=no: 0 errors, dry-run True, name no
--dry-run=0: 0 errors, dry-run True, name 0
--count=no: 1 errors" ] || { echo "changed"; exit 1; }
