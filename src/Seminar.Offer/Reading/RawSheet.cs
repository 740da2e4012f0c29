using Seminar.Offer.Standard;

namespace Seminar.Offer.Reading;

/// <summary>A sheet as a file holds it, before anything is checked.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Where it stands: the line of a table, the rank in a list; from 1.</param>
/// <param name="Values">By field: a text, a number, a day, a list of texts; fields of other names are kept aside.</param>
internal sealed record RawSheet(SheetKind Kind, int Line, IReadOnlyDictionary<string, object> Values);

/// <summary>A file that can't be read as sheets. The message is a French sentence.</summary>
internal sealed class SheetsUnreadableException(string message) : Exception(message);
