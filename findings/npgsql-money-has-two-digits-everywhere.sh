#!/usr/bin/env bash
# Npgsql 10.0.3 with PostgreSQL 16 whose lc_monetary is ja_JP.UTF-8 (a currency without decimals). Needs npm, localedef and the .NET 10 SDK.
# Expected: `SELECT 1234::money`, which psql shows as ￥1,234, is read as 1234m, and 1234m is written as ￥1,234.
# Seen: it is read as 12.34, and 1234m is written as ￥123,400: the driver takes two decimals for granted.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
mkdir "$folder/locales" "$folder/app"
localedef -i ja_JP -f UTF-8 "$folder/locales/ja_JP.UTF-8" >/dev/null 2>&1 || true
chmod -R a+rX "$folder"
export LOCPATH="$folder/locales"
# shellcheck source-path=SCRIPTDIR source=server
. "$here/server"
server 16.14.0-beta.17 "$folder" 54347
unset LOCPATH
cat > "$folder/app/money.cs" <<'CS'
#:package Npgsql@10.0.3
using Npgsql;
using var connection = new NpgsqlConnection("Host=127.0.0.1;Port=54347;Username=postgres;Database=postgres");
connection.Open();
using (var set = new NpgsqlCommand("SET lc_monetary = 'ja_JP.UTF-8'", connection)) set.ExecuteNonQuery();
using (var text = new NpgsqlCommand("SELECT (1234::money)::text", connection)) Console.WriteLine($"text {text.ExecuteScalar()}");
using (var read = new NpgsqlCommand("SELECT 1234::money", connection)) Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"read {read.ExecuteScalar()}"));
using var write = new NpgsqlCommand("SELECT ($1::money)::text", connection);
write.Parameters.Add(new NpgsqlParameter { Value = 1234m, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Money });
Console.WriteLine($"written {write.ExecuteScalar()}");
CS
seen=$(cd "$folder/app" && dotnet run money.cs)
echo "$seen"
[ "$seen" = "text ￥1,234
read 12.34
written ￥123,400" ] || { echo "changed"; exit 1; }
