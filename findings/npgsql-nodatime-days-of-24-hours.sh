#!/usr/bin/env bash
# Npgsql.NodaTime 10.0.3 (NuGet) with PostgreSQL 18. Needs npm and the .NET 10 SDK.
# Expected: an interval read as NodaTime's Period, which has days and hours of its own as PostgreSQL has, is the same when it is given back; a
# daterange without a lower bound comes as one without, or fails, as one without an upper bound does.
# Seen: 24 hours become a day, and a day less 24 hours nothing: added to a time before a change of clocks, it is another moment. A range
# without a lower bound begins at 0001-01-01, and is stored so when it is given back.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 18.4.0-beta.17 "$folder" 54350
mkdir "$folder/app"
cat > "$folder/app/read.cs" <<'CS'
#:package Npgsql@10.0.3
#:package Npgsql.NodaTime@10.0.3
using Npgsql;
var builder = new NpgsqlDataSourceBuilder("Host=127.0.0.1;Port=54350;Username=postgres;Database=postgres;Timezone=Europe/Berlin");
builder.UseNodaTime();
using var source = builder.Build();
object Ask(string query, object? given = null)
{
    using var command = source.CreateCommand(query);
    if (given is not null) command.Parameters.Add(new NpgsqlParameter { Value = given });
    return command.ExecuteScalar()!;
}
foreach (var value in new[] { "'24 hours'::interval", "'1 day -24 hours'::interval", "'(,2020-01-05]'::daterange", "'[2020-01-05,)'::daterange" })
{
    try { Console.WriteLine($"{value}: {Ask($"SELECT ({value})::text")} -> {Ask("SELECT $1::text", Ask($"SELECT {value}"))}"); }
    catch (ArgumentException refusal) { Console.WriteLine($"{value}: {refusal.GetType().Name}"); }
}
const string Noon = "SELECT ('2026-03-28 12:00'::timestamptz + ";
Console.WriteLine($"{Ask(Noon + "'24 hours'::interval)::text")} -> {Ask(Noon + "$1)::text", Ask("SELECT '24 hours'::interval"))}");
CS
seen=$(cd "$folder/app" && dotnet run read.cs)
echo "$seen"
[ "$seen" = "'24 hours'::interval: 24:00:00 -> 1 day
'1 day -24 hours'::interval: 1 day -24:00:00 -> 00:00:00
'(,2020-01-05]'::daterange: (,2020-01-06) -> [0001-01-01,2020-01-06)
'[2020-01-05,)'::daterange: ArgumentException
2026-03-29 13:00:00+02 -> 2026-03-29 12:00:00+02" ] || { echo "changed"; exit 1; }
