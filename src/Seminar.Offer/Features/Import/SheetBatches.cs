using Seminar.Offer.Reading;

namespace Seminar.Offer.Features.Import;

/// <summary>Sheets that are checked and written together: many, unless they are long.</summary>
internal static class SheetBatches
{
    private const int MostSheets = 1000;
    private const int MostLetters = 4 * 1024 * 1024;

    public static IEnumerable<IReadOnlyList<RawSheet>> InBatches(this IEnumerable<RawSheet> sheets)
    {
        var batch = new List<RawSheet>();
        var letters = 0;
        foreach (var sheet in sheets)
        {
            batch.Add(sheet);
            letters += LettersOf(sheet);
            if (batch.Count == MostSheets || letters > MostLetters)
            {
                yield return batch;
                (batch, letters) = ([], 0);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static int LettersOf(RawSheet sheet) =>
        sheet.Values.Sum(field => field.Key.Length + (field.Value switch { string text => text.Length, IEnumerable<string> list => list.Sum(each => each.Length + 1), _ => 1 }));
}
