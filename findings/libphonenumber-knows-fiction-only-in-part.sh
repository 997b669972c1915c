#!/usr/bin/env bash
# libphonenumber's data of 9.0.43 (NuGet: libphonenumber-csharp). Needs the .NET 10 SDK.
# Expected: numbers that a regulator keeps for films and books are judged alike: all valid, as they have the country's form, or none.
# Seen: of Ofcom's ranges (www.ofcom.org.uk, numbers for drama) those of London and Leeds are valid, those of mobiles (07700 900) and of no
# area (01632) are not; of Arcep's (decision 2018-0881) 01 99 00 is valid and the mobiles' 06 39 98 is not. All are "possible" numbers.
# Whoever fills a form with test numbers of those mobile ranges is refused by what validates with IsValidNumber.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/judge.cs" <<'CS'
#:package libphonenumber-csharp@9.0.43
using PhoneNumbers;
var judge = PhoneNumberUtil.GetInstance();
foreach (var text in new[] { "+44 20 7946 0123", "+44 113 496 0123", "+44 1632 960123", "+44 7700 900123", "+33 1 99 00 12 34", "+33 6 39 98 12 34", "+49 171 3920012", "+1 202 555 0123" })
{
    var number = judge.Parse(text, null);
    Console.WriteLine($"{text}: {(judge.IsValidNumber(number) ? "valid" : judge.IsPossibleNumber(number) ? "only possible" : "impossible")}");
}
CS
seen=$(cd "$folder" && dotnet run judge.cs)
echo "$seen"
[ "$seen" = "+44 20 7946 0123: valid
+44 113 496 0123: valid
+44 1632 960123: only possible
+44 7700 900123: only possible
+33 1 99 00 12 34: valid
+33 6 39 98 12 34: only possible
+49 171 3920012: valid
+1 202 555 0123: valid" ] || { echo "changed"; exit 1; }
