using System.Text.RegularExpressions;

namespace CiAnon.Reporting.Languages;

/// <summary>A phrase of a language's file that speaks of something.</summary>
/// <param name="Context">Where it is one; empty for everywhere.</param>
/// <param name="Translated">What stands around what it speaks of.</param>
/// <param name="IsUndecided">What it speaks of is what a machine took a column for.</param>
internal sealed record LanguagePhrase(string Context, Regex English, string[] Translated, bool IsUndecided);
