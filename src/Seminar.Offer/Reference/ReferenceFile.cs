namespace Seminar.Offer.Reference;

/// <summary>A data file of this assembly: a line on its source and licence, a line of titles, then values between semicolons.</summary>
internal static class ReferenceFile
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var reader = new StreamReader(typeof(ReferenceFile).Assembly.GetManifestResourceStream($"Reference.{name}.csv")!);
        reader.ReadLine();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(';');
        }
    }
}
