using CiAnon.Keys;
using CiAnon.Strategies.Drawing;

namespace CiAnon.Strategies.People;

/// <summary>What a column shows of an invented person.</summary>
/// <param name="By">The column that says who it is.</param>
/// <param name="Room">Characters that names may take.</param>
internal sealed record PersonShape(SipHash Hash, Pool First, Pool Last, string Part, string By, string Domain, int Digits, int Room);
