#!/usr/bin/env bash
# Npgsql 10.0.3 with PostgreSQL 18 (interval '-infinity' is valid since 17). Needs npm and the .NET 10 SDK.
# Expected: reading interval '-infinity' as .NET's TimeSpan fails, or gives TimeSpan.MinValue, as '-infinity' of dates gives DateOnly.MinValue.
# Seen: no error; the value read is a positive span of 8 906 573 days. 'infinity' fails, with a message about months.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54341
mkdir "$folder/app"
cat > "$folder/app/read.cs" <<'CS'
#:package Npgsql@10.0.3
using Npgsql;
using var connection = new NpgsqlConnection("Host=127.0.0.1;Port=54341;Username=postgres;Database=postgres");
connection.Open();
foreach (var value in new[] { "'-infinity'::interval", "'infinity'::interval", "'-infinity'::date" })
{
    using var command = new NpgsqlCommand($"SELECT {value}", connection);
    using var reader = command.ExecuteReader();
    reader.Read();
    try { Console.WriteLine($"{value}: {(value.EndsWith("date") ? reader.GetFieldValue<DateOnly>(0) == DateOnly.MinValue : reader.GetFieldValue<TimeSpan>(0).Days)}"); }
    catch (InvalidCastException refusal) { Console.WriteLine($"{value}: {refusal.Message.Split(',')[0]}"); }
}
CS
seen=$(cd "$folder/app" && dotnet run read.cs)
echo "$seen"
[ "$seen" = "'-infinity'::interval: 8906573
'infinity'::interval: Cannot read interval values with non-zero months as TimeSpan
'-infinity'::date: True" ] || { echo "changed"; exit 1; }
