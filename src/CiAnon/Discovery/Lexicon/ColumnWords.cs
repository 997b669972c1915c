using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon;

/// <summary>Words of one language that speak of one kind of personal data, as they stand in names of columns.</summary>
/// <param name="Language">In English, for people: <c>German</c>.</param>
/// <param name="Words">
/// Separated by commas; words of a phrase by blanks, which match <c>first_name</c>, <c>firstName</c> and <c>firstname</c>. Before a
/// word, <c>?</c> says that it often means something else, <c>~</c> that it mostly does, and <c>*</c> that it counts inside longer words too.
/// </param>
internal sealed record ColumnWords(PersonalKind Kind, string Language, string Words);
